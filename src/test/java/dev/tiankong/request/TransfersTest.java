package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersTest {

  private static final int THREADS = 16;
  private static final int PER_USER = 3;

  private final Transfers transfers = new Transfers(THREADS, PER_USER, 1);
  private String user = "a";

  @BeforeEach
  void open() {
    transfers.held = new HeldPlaces();
    transfers.request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                TransfersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> (Principal) () -> user);
  }

  @Test
  void should_say_that_a_user_has_too_many() {
    for (int i = 0; i < PER_USER; i++) {
      transfers.download();
      transfers.upload();
    }
    transfers.stream();

    assertThat(refused(transfers::download).code()).isEqualTo(ProblemCode.TOO_MANY_DOWNLOADS);
    assertThat(refused(transfers::upload).code()).isEqualTo(ProblemCode.TOO_MANY_UPLOADS);
    assertThat(refused(transfers::stream).code()).isEqualTo(ProblemCode.TOO_MANY_STREAMS);
    assertThat(refused(transfers::download).sentence().values().getInt("most")).isEqualTo(PER_USER);
  }

  @Test
  void should_say_that_all_users_together_have_too_many() {
    for (int i = 0; i < THREADS / 4; i++) {
      user = "user" + i;
      transfers.download();
    }
    user = "another";

    Refusal problem = refused(transfers::download);

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_BUSY);
    assertThat(problem.sentence().values().getString("reason")).isEqualTo("downloads");
  }

  private static Refusal refused(Runnable transfer) {
    return catchThrowableOfType(Refusal.class, transfer::run);
  }
}
