package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.TextAnswer;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Batches in the words of Celery, as clients of the tutorial's service know them. */
final class TutorialJson {

  private TutorialJson() {}

  static JsonObject submitted(Batch batch) {
    return JSON.createObjectBuilder()
        .add("task_id", batch.id().toString())
        .add(
            "message",
            "Texts accepted: %d. Get the results from GET /task_status/%s."
                .formatted(batch.total(), batch.id()))
        .build();
  }

  static JsonObject unfinished(Batch batch) {
    String status =
        "%d of %d texts are done.".formatted(batch.succeeded() + batch.failed(), batch.total());
    return JSON.createObjectBuilder().add("state", state(batch)).add("status", status).build();
  }

  private static String state(Batch batch) {
    if (batch.cancelled() > 0) {
      return "REVOKED";
    }
    return batch.startedAt() == null ? "PENDING" : "PROGRESS";
  }

  /** Celery's success is that the task ended with a result: there, too, a text can have failed. */
  static void writeFinished(Answers answers, AnswerFormat format, OutputStream out)
      throws IOException {
    AnswersJson.write(
        "{\"state\":\"SUCCESS\",\"result\":{\"status\":\"success\",\"data\":[",
        answers,
        (item, json) -> write(item, format, json),
        "\n]}}\n",
        out);
  }

  private static void write(ItemAnswer item, AnswerFormat format, JsonGenerator json) {
    // A finished batch has an answer to everything.
    TextAnswer answer = item.answer().orElseThrow();
    json.write("index", item.index()).write("text", item.text()).writeStartArray("predictions");
    if (answer.error().isEmpty()) {
      format.writePredictions(item.text(), answer.content(), json);
    }
    json.writeEnd();
    answer.error().ifPresent(error -> json.write("error", error.message()));
  }
}
