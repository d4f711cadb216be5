package dev.tiankong.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class InteractiveSlotTest {

  @Test
  void should_say_that_it_is_busy_with_others() {
    InteractiveSlot slot = new InteractiveSlot(1, 8, 64);
    slot.request = requestOf(() -> "a");
    slot.client = () -> true;

    Refusal problem = catchThrowableOfType(Refusal.class, () -> slot.run(() -> "never"));

    assertThat(problem.code()).isEqualTo(ProblemCode.BUSY);
    assertThat(problem.retryAfter()).isPositive();
  }

  private static HttpServletRequest requestOf(Principal user) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            InteractiveSlotTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> user);
  }
}
