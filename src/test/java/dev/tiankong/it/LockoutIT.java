package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What guessing passwords leads to. The POM makes the wait five seconds. */
@ArquillianTest
@Tag("alone")
@Tag("long")
class LockoutIT {

  private static final String PATH = "/api/v1/models";
  private static final int ALLOWED = 5;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_close_a_name_for_a_while_also_to_the_right_password() {
    Account account = Account.make("viewer");
    // Known before: what is remembered is not let in either.
    assertThat(account.client().get(PATH).status()).isEqualTo(200);
    Client token = account.token("viewer");

    fail(account.name());

    Answer closed = account.client().get(PATH);
    assertThat(closed.status()).as(closed.body()).isEqualTo(429);
    assertThat(closed.json().getString("type")).endsWith(":sign-in-closed");
    assertThat(Integer.parseInt(closed.header("Retry-After"))).isBetween(1, 6);
    assertThat(closed.header("Content-Type")).startsWith("application/problem+json");
    assertThat(token.get(PATH).status()).isEqualTo(200);
    assertThat(Client.admin().get(PATH).status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> account.client().get(PATH).status() == 200);
    // A right password ends the row: four more do not close it.
    for (int i = 1; i < ALLOWED; i++) {
      assertThat(wrong(account.name())).isEqualTo(401);
    }
    assertThat(account.client().get(PATH).status()).isEqualTo(200);
  }

  @Test
  void should_treat_a_name_that_nobody_has_alike() {
    fail("nobody-" + System.nanoTime());
  }

  @Test
  void should_not_take_more_guesses_when_they_come_all_at_once() {
    Account account = Account.make("viewer");
    List<Integer> statuses = AtOnce.each(20, () -> wrong(account.name()));

    assertThat(statuses).filteredOn(status -> status == 401).hasSize(ALLOWED);
    assertThat(statuses).filteredOn(status -> status == 429).hasSize(20 - ALLOWED);
  }

  private static void fail(String name) {
    for (int i = 0; i < ALLOWED; i++) {
      assertThat(wrong(name)).isEqualTo(401);
    }
    assertThat(wrong(name)).isEqualTo(429);
  }

  private static int wrong(String name) {
    return Client.signedIn(name, "not the password").get(PATH).status();
  }
}
