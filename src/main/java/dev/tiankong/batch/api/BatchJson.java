package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The JSON that clients read, member by member: it is a contract, so nothing in it is derived. */
final class BatchJson {

  private BatchJson() {}

  static URI self(UUID batchId, UriInfo uri) {
    return uri.getBaseUriBuilder()
        .path(BatchResource.class)
        .path(BatchResource.class, "status")
        .build(batchId);
  }

  static JsonObject status(Batch batch, UriInfo uri) {
    String self = self(batch.id(), uri).toString();
    return Json.createObjectBuilder()
        .add("id", batch.id().toString())
        .add("state", batch.state().name())
        .add("task", batch.task())
        .add("model", batch.model())
        .add("total", batch.total())
        .add("succeeded", batch.succeeded())
        .add("failed", batch.failed())
        .add("createdAt", timestamp(batch.createdAt()))
        .add("startedAt", timestamp(batch.startedAt()))
        .add("finishedAt", timestamp(batch.finishedAt()))
        .add(
            "links", Json.createObjectBuilder().add("self", self).add("results", self + "/results"))
        .build();
  }

  /**
   * @param last whether nothing follows these answers
   */
  static JsonObject page(List<ItemAnswer> answers, boolean last) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    answers.forEach(answer -> items.add(item(answer)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("items", items);
    return last
        ? page.addNull("next").build()
        : page.add("next", answers.get(answers.size() - 1).index()).build();
  }

  private static JsonObjectBuilder item(ItemAnswer answer) {
    JsonObjectBuilder item =
        Json.createObjectBuilder()
            .add("index", answer.index())
            .add("text", answer.text())
            .add("state", answer.state().name());
    switch (answer.state()) {
      case SUCCEEDED -> item.add("masks", masks(answer.masks()));
      case FAILED -> {
        var error = answer.error().orElseThrow();
        item.add(
            "error",
            Json.createObjectBuilder().add("code", error.code()).add("message", error.message()));
      }
      case PENDING -> {
        // Nothing is known of it yet.
      }
    }
    return item;
  }

  private static JsonArrayBuilder masks(List<MaskPredictions> masks) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (MaskPredictions mask : masks) {
      JsonArrayBuilder predictions = Json.createArrayBuilder();
      mask.predictions().forEach(prediction -> predictions.add(prediction(prediction)));
      array.add(
          Json.createObjectBuilder()
              .add("position", mask.position())
              .add("predictions", predictions));
    }
    return array;
  }

  private static JsonObjectBuilder prediction(Prediction prediction) {
    return Json.createObjectBuilder()
        .add("token", prediction.token())
        // Through the decimal: as a double, 0.98f would read 0.9800000190734863.
        .add("score", new BigDecimal(Float.toString(prediction.score())));
  }

  private static JsonValue timestamp(Instant instant) {
    return instant == null ? JsonValue.NULL : Json.createValue(instant.toString());
  }
}
