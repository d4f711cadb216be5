package dev.tiankong.overview;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.metrics.Percentiles;
import dev.tiankong.overview.Today.Items;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON that consoles read, member by member.
 *
 * @param scope {@code all} or {@code own} batches
 */
record OverviewJson(String scope, Instant at) {

  private static final int DIGITS = 4;

  JsonObject of(Optional<Figures> figures, Optional<Percentiles> interactive, List<Alert> alerts) {
    return JSON.createObjectBuilder()
        .add("at", at.toString())
        .add("scope", scope)
        .add("today", figures.map(Figures::today).map(OverviewJson::today).orElse(JsonValue.NULL))
        .add("throughput", throughput(figures.map(Figures::lastHour).orElse(List.of())))
        .add(
            "latency",
            JSON.createObjectBuilder()
                .add("interactive", percentiles(interactive))
                .add("batch", percentiles(figures.flatMap(Figures::durations))))
        .add("alerts", alerts(alerts))
        .build();
  }

  private static JsonValue today(Today today) {
    JsonObjectBuilder batches = JSON.createObjectBuilder();
    today.batches().forEach(batches::add);
    Items items = today.items();
    return JSON.createObjectBuilder()
        .add("since", today.since().toString())
        .add("batches", batches)
        .add(
            "items",
            JSON.createObjectBuilder()
                .add("pending", items.pending())
                .add("succeeded", items.succeeded())
                .add("failed", items.failed())
                .add("cancelled", items.cancelled()))
        .add(
            "attempts",
            JSON.createObjectBuilder()
                .add("total", today.attempts().total())
                .add("retries", today.attempts().retries()))
        .add("failureRate", share(items.failed(), items.succeeded() + items.failed()))
        .add("cacheHitShare", share(items.cacheHits(), items.succeeded()))
        .build();
  }

  private static JsonValue share(long part, long whole) {
    return whole == 0 ? JsonValue.NULL : rounded((double) part / whole);
  }

  private static JsonArrayBuilder throughput(List<Minute> minutes) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    minutes.forEach(
        minute ->
            array.add(
                JSON.createObjectBuilder()
                    .add("minute", minute.start().toString())
                    .add("succeeded", minute.succeeded())
                    .add("failed", minute.failed())));
    return array;
  }

  private static JsonValue percentiles(Optional<Percentiles> percentiles) {
    return percentiles
        .<JsonValue>map(
            p ->
                JSON.createObjectBuilder()
                    .add("p50", rounded(p.p50()))
                    .add("p95", rounded(p.p95()))
                    .add("p99", rounded(p.p99()))
                    .build())
        .orElse(JsonValue.NULL);
  }

  private static JsonValue rounded(double value) {
    return JSON.createValue(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP));
  }

  private static JsonArrayBuilder alerts(List<Alert> alerts) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    alerts.forEach(alert -> array.add(alert(alert)));
    return array;
  }

  private static JsonObjectBuilder alert(Alert alert) {
    JsonObjectBuilder values = JSON.createObjectBuilder();
    alert.values().forEach(values::add);
    return JSON.createObjectBuilder()
        .add("code", alert.code().name())
        .add("severity", alert.severity().name().toLowerCase(Locale.ROOT))
        .add("detail", alert.detail())
        .add("values", values);
  }
}
