package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class RedeliveryIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_deliver_a_chunk_again_until_it_succeeds() {
    String batch = client.submit(List.of("北[MASK]" + FaultSwitch.TWICE, "东[MASK]"));

    JsonObject status = client.finished(batch);
    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(2);
    assertThat(attempts(status, "retries")).isPositive().isLessThan(attempts(status, "total"));
  }

  @Test
  void should_record_the_last_error_when_every_attempt_failed() {
    String batch = client.submit(List.of("没有", "北[MASK]" + FaultSwitch.ALWAYS));

    JsonObject status = client.finished(batch);
    assertThat(status.getString("state")).isEqualTo("FAILED");
    List<JsonObject> items = Items.of(client.get(batch + "/results"));
    assertThat(items)
        .extracting(item -> item.getJsonObject("error").getString("code"))
        .containsExactly("NO_MASK", "ATTEMPTS_EXHAUSTED");
    assertThat(items.get(1).getJsonObject("error").getString("message"))
        .contains("4 attempts")
        .contains("The engine broke down");
    assertThat(Duration.between(time(status, "startedAt"), time(status, "finishedAt")))
        .as("three times the delay, TIANKONG_REDELIVERY_DELAY")
        .isGreaterThan(Duration.ofMillis(3 * 200));
  }

  private static Instant time(JsonObject status, String which) {
    return Instant.parse(status.getString(which));
  }

  @Test
  void should_fail_the_text_alone_that_is_to_blame() {
    List<String> texts = new ArrayList<>(Texts.fresh(20));
    texts.set(13, "北[MASK]" + FaultSwitch.ALWAYS);
    String batch = client.submit(texts);

    JsonObject status = client.finished(batch);
    assertThat(status.getInt("succeeded")).isEqualTo(19);
    assertThat(status.getInt("failed")).isEqualTo(1);
    assertThat(Items.of(client.get(batch + "/results")).get(13).getString("state"))
        .isEqualTo("FAILED");
  }

  @Test
  void should_try_only_those_texts_again_whose_attempts_are_used_up() {
    String failing = "北[MASK]" + FaultSwitch.FIVE_TIMES;
    String batch = client.submit(List.of("没有", failing, failing, Texts.CAPITAL));
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(3);
    List<JsonObject> before = Items.of(client.get(batch + "/results"));

    JsonObject retried = client.post(batch + "/retry", "").json();
    assertThat(retried.getString("state")).isEqualTo("RUNNING");
    assertThat(retried.getInt("failed")).isEqualTo(1);
    assertThat(attempts(retried, "total")).isLessThan(4);

    JsonObject status = client.finished(batch);
    assertThat(status.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(status.getInt("succeeded")).isEqualTo(3);
    // The text that failed five times needed six attempts, five of them beyond the first.
    assertThat(attempts(status, "retries")).isGreaterThanOrEqualTo(5);
    List<JsonObject> after = Items.of(client.get(batch + "/results"));
    assertThat(after)
        .extracting(item -> item.getString("state"))
        .containsExactly("FAILED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(List.of(after.get(0), after.get(3)))
        .isEqualTo(List.of(before.get(0), before.get(3)));
    Answer vain = client.post(batch + "/retry", "");
    assertThat(vain.status()).isEqualTo(409);
    assertThat(vain.json().getString("type")).endsWith(":nothing-to-retry");
    assertThat(client.get(batch).json()).isEqualTo(status);
  }

  private static int attempts(JsonObject status, String which) {
    return status.getJsonObject("attempts").getInt(which);
  }

  @Test
  void should_go_on_with_other_batches_meanwhile() {
    client.submit(List.of("北[MASK]" + FaultSwitch.ALWAYS));
    String other = client.submit(List.of("南[MASK]"));

    assertThat(client.finished(other).getString("state")).isEqualTo("COMPLETED");
  }
}
