package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemAnswer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
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
        .add("owner", batch.owner())
        .add("state", batch.state().name())
        .add("task", batch.task())
        .add("model", batch.options().model())
        .add("name", text(batch.label().name()))
        .add("tags", Json.createArrayBuilder(batch.label().tags()))
        .add("priority", batch.label().priority())
        .add("total", batch.total())
        .add("succeeded", batch.succeeded())
        .add("failed", batch.failed())
        .add("cacheHits", batch.cacheHits())
        .add("createdAt", timestamp(batch.createdAt()))
        .add("startedAt", timestamp(batch.startedAt()))
        .add("finishedAt", timestamp(batch.finishedAt()))
        .add(
            "links", Json.createObjectBuilder().add("self", self).add("results", self + "/results"))
        .build();
  }

  /**
   * @param last whether nothing follows these batches
   */
  static JsonObject list(List<Batch> batches, boolean last, UriInfo uri) {
    JsonArrayBuilder statuses = Json.createArrayBuilder();
    batches.forEach(batch -> statuses.add(status(batch, uri)));
    JsonObjectBuilder list = Json.createObjectBuilder().add("batches", statuses);
    return last
        ? list.addNull("next").build()
        : list.add("next", SearchQuery.next(batches.get(batches.size() - 1))).build();
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

  static JsonObjectBuilder item(ItemAnswer answer) {
    JsonObjectBuilder item =
        Json.createObjectBuilder()
            .add("index", answer.index())
            .add("text", answer.text())
            .add("state", answer.state().name());
    if (answer.customId() != null) {
      item.add("id", answer.customId());
    }
    if (answer.input() != null) {
      item.add("input", Json.createReader(new StringReader(answer.input())).readObject());
    }
    answer.answer().ifPresent(known -> AnswerJson.add(known, item));
    return item;
  }

  private static JsonValue text(String value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }

  private static JsonValue timestamp(Instant instant) {
    return instant == null ? JsonValue.NULL : Json.createValue(instant.toString());
  }
}
