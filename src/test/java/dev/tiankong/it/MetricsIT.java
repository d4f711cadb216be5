package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.metrics.Dashboard;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What Prometheus gets. */
@ArquillianTest
class MetricsIT {

  private static final String METRICS = "/metrics";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_answer_prometheus_with_a_token_of_an_operator_only() {
    // What Prometheus 3 sends.
    Map<String, String> accepted =
        Map.of(
            "Accept",
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.4,*/*;q=0.1");

    Answer answer = Account.make("operator").token("operator").get(METRICS, accepted);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
    assertThat(answer.body()).contains("# HELP tiankong_items_total ");
    assertThat(Account.make("operator").token("viewer").get(METRICS).status()).isEqualTo(403);
    assertThat(Account.make("submitter").client().get(METRICS).status()).isEqualTo(403);
    assertThat(Client.stranger().get(METRICS).status()).isEqualTo(401);
  }

  @Test
  void should_count_texts_by_outcome_tokens_and_known_answers() {
    double succeeded = value("tiankong_items_total{outcome=\"succeeded\"}");
    double failed = value("tiankong_items_total{outcome=\"failed\"}");
    double chunks = value("tiankong_chunks_total{outcome=\"done\"}");
    double tokens = value("tiankong_tokens_total");
    double hits = value("tiankong_cache_hits_total");
    double passes = value("tiankong_forward_seconds_count");
    List<String> texts = Texts.fresh(3);

    client.finished(client.submit(texts));
    client.finished(client.submit(List.of(texts.get(0), "no mask")));

    // They are counted right after the commit that makes the batch final.
    await()
        .untilAsserted(
            () -> {
              assertThat(value("tiankong_items_total{outcome=\"succeeded\"}"))
                  .isEqualTo(succeeded + 4);
              assertThat(value("tiankong_cache_hits_total")).isEqualTo(hits + 1);
              assertThat(value("tiankong_chunks_total{outcome=\"done\"}")).isEqualTo(chunks + 2);
            });
    assertThat(value("tiankong_items_total{outcome=\"failed\"}")).isEqualTo(failed + 1);
    assertThat(value("tiankong_tokens_total")).isGreaterThan(tokens + 3 * 10);
    assertThat(value("tiankong_forward_seconds_count")).isEqualTo(passes + 1);
  }

  @Test
  void should_time_interactive_requests() {
    String count = "tiankong_interactive_seconds_count";
    double before = value(count);

    client.post("/api/v1/fill-mask", "{\"text\": \"%s\"}".formatted(Texts.CAPITAL));

    assertThat(value(count)).isEqualTo(before + 1);
    assertThat(value("tiankong_interactive_seconds_bucket{le=\"+Inf\"}")).isEqualTo(before + 1);
  }

  @Test
  void should_know_requests_by_their_route() {
    client.get("/api/v1/batches/" + UUID.randomUUID());
    client.get("/no/such/path");

    assertThat(
            value(
                "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/batches/{id}\",status=\"404\"}"))
        .isPositive();
    assertThat(
            value(
                "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}"))
        .isPositive();
  }

  @Test
  void should_tell_what_the_server_works_with() {
    client.run("sample-queues");

    assertThat(value("tiankong_queue_consumers{queue=\"tiankong.work\"}")).isEqualTo(2);
    assertThat(value("tiankong_duty_seconds_count{duty=\"sample-queues\",outcome=\"succeeded\"}"))
        .isPositive();
    assertThat(value("tiankong_duty_last_success_seconds{duty=\"sample-queues\"}"))
        .isGreaterThan(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    assertThat(value("tiankong_queue_messages{queue=\"tiankong.dead\"}")).isZero();
    assertThat(value("tiankong_database_connections{state=\"most_used\"}")).isPositive();
    assertThat(value("tiankong_ready{check=\"database\"}")).isEqualTo(1);
    assertThat(value("tiankong_ready{check=\"broker\"}")).isEqualTo(1);
    assertThat(value("tiankong_ready{check=\"model\"}")).isEqualTo(1);
    // The weights are in it.
    assertThat(value("process_resident_memory_bytes")).isGreaterThan(300e6);
  }

  @Test
  void should_have_everything_that_the_dashboard_shows() throws IOException {
    Set<String> names =
        scrape()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[ {]")[0])
            .collect(Collectors.toSet());

    assertThat(names).containsAll(Dashboard.read().metrics());
  }

  private double value(String series) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + series + " in\n" + scrape()));
  }

  private String scrape() {
    Answer answer = client.get(METRICS);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
