package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is when more is to be done than the workers can do at once. */
@ArquillianTest
class TurnIT {

  private static final int LARGE = 8_000;

  /** Of 100,000 texts. */
  private static final int THREE_PERCENT = 3_000;

  /** What two workers can be at: it is counted when it is done. */
  private static final int IN_WORK = 2 * 130;

  private final Client client = Client.admin();
  private String large;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void keep_the_workers_busy() {
    large = client.submit(Texts.fresh(LARGE));
    await().atMost(Duration.ofMinutes(1)).until(() -> done(large) > 0);
  }

  @AfterEach
  void let_the_workers_go() {
    client.post(large + "/cancel", "");
  }

  @Test
  void should_let_a_small_batch_pass_a_large_one() {
    int before = done(large);
    client.finished(client.submit(Texts.fresh(10)));

    assertThat(done(large) - before).isLessThan(THREE_PERCENT);
  }

  @Test
  void should_let_the_higher_priority_go_first() {
    String low = submit(0);
    String high = submit(9);
    JsonObject first = client.finished(high);

    assertThat(first.getInt("priority")).isEqualTo(9);
    let_the_workers_go();
    assertThat(finishedAt(client.finished(low))).isAfter(finishedAt(first));
  }

  @Test
  void should_give_users_the_workers_in_turn_whatever_they_handed_in() {
    let_the_workers_go();
    Client ann = Account.make("submitter").client();
    Client bob = Account.make("submitter").client();
    List<String> several =
        IntStream.range(0, 3).mapToObj(i -> ann.submit(Texts.fresh(LARGE / 3))).toList();
    String single = bob.submit(Texts.fresh(LARGE));

    await().atMost(Duration.ofMinutes(2)).until(() -> done(single) > 1_500);
    int bobs = done(single);
    int anns = several.stream().mapToInt(this::done).sum();

    assertThat(anns).isCloseTo(bobs, within(bobs / 5 + IN_WORK));
    several.forEach(batch -> ann.post(batch + "/cancel", ""));
    bob.post(single + "/cancel", "");
  }

  private String submit(int priority) {
    return client.submit(Texts.fresh(10), Json.createObjectBuilder().add("priority", priority));
  }

  private int done(String batch) {
    return client.get(batch).json().getInt("succeeded");
  }

  private static Instant finishedAt(JsonObject status) {
    return Instant.parse(status.getString("finishedAt"));
  }
}
