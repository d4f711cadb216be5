package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that start no earlier than they should. */
@ArquillianTest
class ScheduleIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_start_within_seconds_by_itself_when_the_time_has_come_and_not_before() {
    Instant time = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.MILLIS);
    String batch = client.submit(Texts.fresh(2), notBefore(time));
    JsonObject waiting = client.get(batch).json();
    assertThat(waiting.getString("state")).isEqualTo("SCHEDULED");
    assertThat(waiting.getString("notBefore")).isEqualTo(time.toString());

    JsonObject status = client.finished(batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(Instant.parse(status.getString("startedAt"))).isBetween(time, time.plusSeconds(20));
  }

  @Test
  void should_take_the_time_from_the_address_too() {
    Answer answer =
        client.post(
            "/api/v1/batches?notBefore=2026-01-01T09:00:00%2B08:00",
            "[\"%s\"]".formatted(Texts.fresh(1).get(0)));

    assertThat(answer.json().getString("notBefore")).isEqualTo("2026-01-01T01:00:00Z");
    client.finished("/api/v1/batches/" + answer.json().getString("id"));
  }

  @Test
  void should_be_paused_resumed_and_cancelled_while_it_waits() {
    String batch = client.submit(Texts.fresh(2), notBefore(Instant.now().plusSeconds(3600)));

    assertThat(change(batch, "pause")).isEqualTo("PAUSED");
    assertThat(change(batch, "resume")).isEqualTo("SCHEDULED");
    assertThat(
            client.get("/api/v1/batches?state=SCHEDULED").json().getJsonArray("batches").toString())
        .contains(batch);
    assertThat(change(batch, "cancel")).isEqualTo("CANCELLED");
    assertThat(client.delete(batch).status()).isEqualTo(204);
  }

  @Test
  void should_go_by_the_databases_clock() throws SQLException {
    String batch = client.submit(Texts.fresh(2), notBefore(Instant.now().plusSeconds(3600)));
    String later = client.submit(Texts.fresh(2), notBefore(Instant.now().plusSeconds(3600)));
    Tables.run(
        "update batch set not_before = now() where id = '%s'"
            .formatted(batch.substring(batch.lastIndexOf('/') + 1)));

    client.run("release-scheduled-batches");

    assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
    assertThat(client.get(later).json().getString("state")).isEqualTo("SCHEDULED");
    assertThat(change(later, "cancel")).isEqualTo("CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2126-01-01T00:00:00Z\"",
        "\"1926-01-01T00:00:00Z\"",
        "\"tomorrow\"",
        "\"2026-11-23\"",
        "1764000000"
      })
  void should_refuse_what_is_no_time_or_too_far_away(String time) {
    Answer answer =
        client.post("/api/v1/batches", "{\"texts\": [\"x\"], \"notBefore\": %s}".formatted(time));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains("notBefore").contains("at the latest");
  }

  private String change(String batch, String verb) {
    Answer answer = client.post(batch + "/" + verb, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getString("state");
  }

  private static JsonObjectBuilder notBefore(Instant time) {
    return Json.createObjectBuilder().add("notBefore", time.toString());
  }
}
