package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How things stand, for those who ask. */
@ArquillianTest
class OverviewIT {

  private static final String OVERVIEW = "/api/v1/overview";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_show_a_submitter_their_own_batches_and_operators_everybodys() {
    Client submitter = Account.make("submitter").client();
    List<String> texts = Texts.fresh(3);
    submitter.finished(submitter.submit(texts));
    submitter.finished(submitter.submit(List.of(texts.get(0), "no mask")));

    JsonObject own = overview(submitter);
    JsonObject today = own.getJsonObject("today");
    assertThat(own.getString("scope")).isEqualTo("own");
    assertThat(today.getJsonObject("batches").keySet())
        .containsExactlyInAnyOrder("COMPLETED", "COMPLETED_WITH_ERRORS");
    assertThat(today.getJsonObject("items"))
        .hasToString("{\"pending\":0,\"succeeded\":4,\"failed\":1,\"cancelled\":0}");
    // One chunk each, the refused text in none.
    assertThat(today.getJsonObject("attempts")).hasToString("{\"total\":2,\"retries\":0}");
    assertThat(today.getJsonNumber("failureRate").doubleValue()).isEqualTo(0.2);
    assertThat(today.getJsonNumber("cacheHitShare").doubleValue()).isEqualTo(0.25);
    assertThat(own.getJsonArray("throughput")).hasSize(60);
    // The known one as well; the refused one never was work.
    assertThat(sum(own, "succeeded")).isEqualTo(4);
    assertThat(sum(own, "failed")).isZero();
    assertThat(percentile(own, "batch", "p50")).isPositive();
    assertThat(percentile(own, "batch", "p99"))
        .isGreaterThanOrEqualTo(percentile(own, "batch", "p50"));

    JsonObject all = overview(Client.admin());
    assertThat(all.getString("scope")).isEqualTo("all");
    assertThat(sum(all, "succeeded")).isGreaterThanOrEqualTo(4);

    JsonObject others = overview(Account.make("viewer").client());
    assertThat(others.getJsonObject("today").getJsonObject("batches")).isEmpty();
    assertThat(others.getJsonObject("today").isNull("failureRate")).isTrue();
    assertThat(sum(others, "succeeded")).isZero();
    assertThat(others.getJsonObject("latency").isNull("batch")).isTrue();
  }

  /** Somewhere between these two it is always another day. */
  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Asia/Shanghai", "UTC"})
  void should_count_from_the_midnight_of_whoever_asks(String zone) {
    JsonObject overview = Client.admin().get(OVERVIEW + "?zone=" + encoded(zone)).json();

    LocalDate today = LocalDate.ofInstant(at(overview, "at"), ZoneId.of(zone));
    assertThat(at(overview.getJsonObject("today"), "since"))
        .isEqualTo(today.atStartOfDay(ZoneId.of(zone)).toInstant());
  }

  @Test
  void should_count_from_midnight_in_utc_for_those_who_do_not_say_where_they_are() {
    JsonObject overview = overview(Client.admin());

    assertThat(at(overview.getJsonObject("today"), "since"))
        .isEqualTo(at(overview, "at").truncatedTo(ChronoUnit.DAYS));
  }

  @Test
  void should_refuse_a_zone_that_is_none() {
    Answer answer = Client.admin().get(OVERVIEW + "?zone=Atlantis");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("zone", "Asia/Shanghai");
  }

  private static Instant at(JsonObject json, String member) {
    return Instant.parse(json.getString(member));
  }

  private static String encoded(String zone) {
    return URLEncoder.encode(zone, StandardCharsets.UTF_8);
  }

  @Test
  void should_tell_how_long_people_wait_for_an_answer() {
    Client.admin().post("/api/v1/fill-mask", "{\"text\": \"%s\"}".formatted(Texts.CAPITAL));

    assertThat(percentile(overview(Client.admin()), "interactive", "p50")).isPositive();
  }

  @Test
  void should_alert_the_owner_of_a_batch_that_got_stuck_and_nobody_else() throws SQLException {
    Account account = Account.make("submitter");
    UUID batch =
        UUID.fromString(
            "01a20244-e800-7000-8000-" + "%012d".formatted(System.nanoTime() % 1_000_000_000_000L));
    Tables.run(
        """
        insert into batch (
          id, owner, task, options, state, total, created_at, started_at
        ) values ('%1$s', '%2$s', 'fill-mask', '{"model": "none", "topK": 5}', 'RUNNING', 2, now(), now());
        insert into chunk (batch_id, number, first_index, last_index, state, attempt, touched_at)
        values ('%1$s', 0, 0, 0, 'FAILED', 4, now() - interval '11 minutes');
        """
            .formatted(batch, account.name()));
    try {
      List<JsonObject> alerts = alerts(account.client());
      assertThat(alerts)
          .extracting(alert -> alert.getString("code"))
          .containsExactly("DEAD_LETTERS", "BATCH_STALLED");
      assertThat(alerts.get(1).getString("detail")).contains(batch.toString());
      assertThat(alerts(Account.make("submitter").client())).isEmpty();
      assertThat(alerts(Client.admin()))
          .extracting(alert -> alert.getString("code"))
          .contains("DEAD_LETTERS", "BATCH_STALLED");
    } finally {
      Tables.run("delete from batch where id = '%s'".formatted(batch));
    }
    assertThat(alerts(account.client())).isEmpty();
  }

  @Test
  void should_remember_that_the_work_is_paused() {
    Client operator = Client.admin();
    operator.post("/api/v1/queues/tiankong.work/pause", "");
    try {
      operator.run("sample-queues");

      assertThat(codes(Account.make("submitter").client())).contains("QUEUE_PAUSED");
    } finally {
      operator.post("/api/v1/queues/tiankong.work/resume", "");
    }
    operator.run("sample-queues");
    assertThat(codes(operator)).doesNotContain("QUEUE_PAUSED");
  }

  @Test
  void should_miss_the_workers_when_nobody_takes_what_waits(
      @ArquillianResource ManagementClient server) throws Exception {
    listen(server, "stop-delivery");
    try {
      String batch = Client.admin().submit(Texts.fresh(1));
      assertThat(codes(Client.admin())).as("not for a minute").doesNotContain("NO_WORKER");
      letTwoMinutesGoBy();

      await().atMost(PATIENCE).until(() -> codes(Client.admin()).contains("NO_WORKER"));

      listen(server, "start-delivery");
      assertThat(Client.admin().finished(batch).getString("state")).isEqualTo("COMPLETED");
    } finally {
      listen(server, "start-delivery");
    }
    assertThat(codes(Client.admin())).doesNotContain("NO_WORKER");
  }

  private static void letTwoMinutesGoBy() throws SQLException {
    Tables.run(
        """
        alter table chunk disable trigger chunk_touched;
        update chunk set touched_at = touched_at - interval '2 minutes';
        alter table chunk enable trigger chunk_touched;
        """);
  }

  /** Makes the workers listen to their queue, or not. */
  private static void listen(ManagementClient server, String operation) throws IOException {
    ModelNode workers = new ModelNode();
    workers.get("operation").set(operation);
    workers
        .get("address")
        .add("deployment", "tiankong.war")
        .add("subsystem", "ejb3")
        .add("message-driven-bean", "ChunkListener");
    ModelNode answer = server.getControllerClient().execute(workers);
    assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
  }

  @Test
  void should_be_for_those_who_signed_in() {
    assertThat(Client.stranger().get(OVERVIEW).status()).isEqualTo(401);
  }

  private static JsonObject overview(Client client) {
    Answer answer = client.get(OVERVIEW);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonObject> alerts(Client client) {
    return overview(client).getJsonArray("alerts").getValuesAs(JsonObject.class).stream()
        // The machine that the tests run on may be as full as it is.
        .filter(alert -> !alert.getString("code").equals("DISK_FILLING"))
        .toList();
  }

  private static List<String> codes(Client client) {
    return alerts(client).stream().map(alert -> alert.getString("code")).toList();
  }

  private static int sum(JsonObject overview, String outcome) {
    return overview.getJsonArray("throughput").getValuesAs(JsonObject.class).stream()
        .mapToInt(minute -> minute.getInt(outcome))
        .sum();
  }

  private static double percentile(JsonObject overview, String what, String name) {
    return overview.getJsonObject("latency").getJsonObject(what).getJsonNumber(name).doubleValue();
  }
}
