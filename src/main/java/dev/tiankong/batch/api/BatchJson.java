package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Label;
import dev.tiankong.batch.Pace;
import dev.tiankong.task.Tasks;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The JSON that clients read, member by member: it is a contract, so no member comes from a name in
 * the code.
 */
final class BatchJson {

  private static final int PROGRESS_DIGITS = 4;
  private static final int RATE_DIGITS = 2;

  private BatchJson() {}

  static URI self(UUID batchId, UriInfo uri) {
    return uri.getBaseUriBuilder()
        .path(BatchResource.class)
        .path(BatchResource.class, "status")
        .build(batchId);
  }

  static JsonObject status(Batch batch, Tasks tasks, Instant now, URI address) {
    Pace pace = Pace.of(batch, now);
    String self = address.toString();
    JsonObjectBuilder status =
        JSON.createObjectBuilder()
            .add("id", batch.id().toString())
            .add("owner", batch.owner())
            .add("state", batch.state().name())
            .add("task", batch.task());
    tasks.writeOptions(batch.task(), batch.options(), status);
    label(batch.label(), status);
    return status
        .add("total", batch.total())
        .add("succeeded", batch.succeeded())
        .add("failed", batch.failed())
        .add("warned", batch.warned())
        .add("cacheHits", batch.cacheHits())
        .add(
            "attempts",
            JSON.createObjectBuilder()
                .add("total", batch.attempts())
                .add("retries", batch.retries()))
        .add("progress", rounded(pace.progress(), PROGRESS_DIGITS))
        .add(
            "itemsPerSecond",
            pace.itemsPerSecond()
                .map(rate -> rounded(rate, RATE_DIGITS))
                .map(JsonValue.class::cast)
                .orElse(JsonValue.NULL))
        .add("createdAt", timestamp(batch.createdAt()))
        .add("startedAt", timestamp(batch.startedAt()))
        .add("expectedEnd", timestamp(pace.expectedEnd().orElse(null)))
        .add("finishedAt", timestamp(batch.finishedAt()))
        .add("expiresAt", timestamp(batch.expiresAt()))
        .add(
            "links",
            JSON.createObjectBuilder()
                .add("self", self)
                .add("results", self + "/results")
                .add("events", self + "/events"))
        .build();
  }

  private static void label(Label label, JsonObjectBuilder status) {
    Long ttl = label.ttlSeconds();
    status
        .add("name", text(label.name()))
        .add("tags", JSON.createArrayBuilder(label.tags()))
        .add("priority", label.priority())
        .add("ttl", text(ttl == null ? null : Duration.ofSeconds(ttl).toString()))
        .add("notBefore", timestamp(label.notBefore()))
        .add("callbackUrl", text(label.callbackUrl()));
  }

  private static JsonNumber rounded(double value, int digits) {
    return JSON.createValue(BigDecimal.valueOf(value).setScale(digits, RoundingMode.DOWN));
  }

  private static JsonValue text(String value) {
    return value == null ? JsonValue.NULL : JSON.createValue(value);
  }

  private static JsonValue timestamp(Instant instant) {
    return instant == null ? JsonValue.NULL : JSON.createValue(instant.toString());
  }
}
