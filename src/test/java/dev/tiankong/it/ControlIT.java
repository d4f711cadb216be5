package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What people can do with a batch after they submitted it. */
@ArquillianTest
class ControlIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_do_nothing_more_while_paused_and_everything_once_resumed() {
    String batch = client.submit(Texts.fresh(600));

    assertThat(change(batch, "pause", 200).getString("state")).isEqualTo("PAUSED");
    assertThat(change(batch, "pause", 200).getString("state")).isEqualTo("PAUSED");
    // What the workers were at is finished, then nothing happens for a while.
    AtomicInteger done = new AtomicInteger(-1);
    await()
        .atMost(Duration.ofMinutes(1))
        .during(Duration.ofSeconds(5))
        .until(
            () -> {
              int now = client.get(batch).json().getInt("succeeded");
              return done.getAndSet(now) == now;
            });
    assertThat(done).hasValueLessThan(600);

    assertThat(change(batch, "resume", 200).getString("state")).isIn("QUEUED", "RUNNING");
    JsonObject status = client.finished(batch);
    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(600);
  }

  @Test
  void should_end_at_once_when_cancelled_and_keep_what_is_done() {
    String batch = client.submit(Texts.fresh(600));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> client.get(batch).json().getInt("succeeded") > 0);

    JsonObject cancelled = change(batch, "cancel", 200);
    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.getInt("succeeded")).isBetween(1, 599);

    assertThat(change(batch, "cancel", 200)).isEqualTo(cancelled);
    assertThat(change(batch, "retry", 409).getString("detail")).contains("CANCELLED");
    List<JsonObject> items = Items.of(client.get(batch + "/results?limit=1000"));
    assertThat(items)
        .extracting(item -> item.getString("state"))
        .hasSize(600)
        .containsOnly("SUCCEEDED", "CANCELLED");
    assertThat(items.stream().filter(item -> item.containsKey("masks")))
        .hasSize(cancelled.getInt("succeeded"));
    assertThat(Items.of(client.get(batch + "/results?state=CANCELLED&limit=1000")))
        .hasSize(600 - cancelled.getInt("succeeded"));
    assertThat(Items.of(client.get(batch + "/results?state=PENDING"))).isEmpty();
    String task = batch.substring(batch.lastIndexOf('/') + 1);
    assertThat(client.get("/task_status/" + task).json().getString("state")).isEqualTo("REVOKED");
  }

  @Test
  void should_name_the_state_in_which_something_is_not_possible() {
    String batch = client.submit(Texts.fresh(1));
    client.finished(batch);

    for (String verb : List.of("pause", "resume", "cancel")) {
      assertThat(change(batch, verb, 409).getString("detail")).contains("COMPLETED");
    }
  }

  @Test
  void should_delete_a_batch_that_is_final() {
    String batch = client.submit(Texts.fresh(600));

    assertThat(client.delete(batch).status()).isEqualTo(409);
    change(batch, "cancel", 200);
    assertThat(client.delete(batch).status()).isEqualTo(204);
    assertThat(client.get(batch).status()).isEqualTo(404);
    assertThat(client.delete(batch).status()).isEqualTo(404);
  }

  private JsonObject change(String batch, String verb, int status) {
    Answer answer = client.post(batch + "/" + verb, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.json();
  }
}
