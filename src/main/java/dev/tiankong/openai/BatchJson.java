package dev.tiankong.openai;

import static dev.tiankong.openai.FileJson.seconds;
import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** A batch as OpenAI's clients read it. */
final class BatchJson {

  private BatchJson() {}

  /**
   * @param parts the batches of ours that do its work
   */
  static JsonObject of(OpenAiBatch batch, List<Batch> parts) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", PublicId.BATCH.of(batch.id()))
            .add("object", "batch")
            .add("endpoint", Endpoint.path(batch.task()))
            .add("model", parts.isEmpty() ? JsonValue.NULL : model(parts.get(0)))
            .add("errors", errors(batch))
            .add("input_file_id", PublicId.FILE.of(batch.inputFileId()))
            .add("completion_window", "24h")
            .add("status", batch.state().status())
            .add("output_file_id", file(batch.outputFileId()))
            .add("error_file_id", file(batch.errorFileId()))
            .add("metadata", parsed(batch.metadata()))
            .add(
                "request_counts",
                JSON.createObjectBuilder()
                    .add("total", sum(parts, Batch::total))
                    .add("completed", sum(parts, Batch::succeeded))
                    .add("failed", sum(parts, Batch::failed)));
    return times(batch, json).build();
  }

  private static JsonObjectBuilder times(OpenAiBatch batch, JsonObjectBuilder json) {
    return json.add("created_at", seconds(batch.createdAt()))
        .add("in_progress_at", seconds(batch.startedAt()))
        .add("expires_at", seconds(batch.expiresAt()))
        .add("finalizing_at", seconds(batch.finalizingAt()))
        .add("completed_at", seconds(batch.endedAs(OpenAiState.COMPLETED)))
        .add("failed_at", seconds(batch.endedAs(OpenAiState.FAILED)))
        .add("expired_at", seconds(batch.endedAs(OpenAiState.EXPIRED)))
        .add("cancelling_at", seconds(batch.cancellingAt()))
        .add("cancelled_at", seconds(batch.endedAs(OpenAiState.CANCELLED)));
  }

  private static JsonValue model(Batch part) {
    return part.options().model().<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
  }

  private static int sum(List<Batch> parts, ToIntFunction<Batch> count) {
    return parts.stream().mapToInt(count).sum();
  }

  private static JsonValue file(UUID id) {
    return id == null ? JsonValue.NULL : JSON.createValue(PublicId.FILE.of(id));
  }

  private static JsonValue errors(OpenAiBatch batch) {
    return batch.errors() == null
        ? JsonValue.NULL
        : JSON.createObjectBuilder()
            .add("object", "list")
            .add("data", parsed(batch.errors()))
            .build();
  }

  private static JsonValue parsed(String json) {
    return json == null ? JsonValue.NULL : JSON.createReader(new StringReader(json)).readValue();
  }
}
