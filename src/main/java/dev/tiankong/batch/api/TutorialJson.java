package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.TextAnswer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Batches in the words of Celery, as clients of the tutorial's service know them. */
final class TutorialJson {

  private TutorialJson() {}

  static JsonObject submitted(Batch batch) {
    return JSON.createObjectBuilder()
        .add("task_id", batch.id().toString())
        .add(
            "message",
            "Texts accepted: %d. Ask GET /task_status/%s for the answers."
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
  static void writeFinished(AnswerPages pages, OutputStream out) throws IOException {
    AnswersJson.write(
        "{\"state\":\"SUCCESS\",\"result\":{\"status\":\"success\",\"data\":[",
        pages,
        TutorialJson::item,
        "\n]}}\n",
        out);
  }

  private static JsonObjectBuilder item(ItemAnswer item) {
    // A finished batch has an answer to everything.
    TextAnswer answer = item.answer().orElseThrow();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("index", item.index())
            .add("text", item.text())
            .add("predictions", predictions(answer.masks()));
    answer.error().ifPresent(error -> json.add("error", error.message()));
    return json;
  }

  /** Of one mask its candidates, as in the tutorial; of several a list for each. */
  private static JsonArrayBuilder predictions(List<MaskPredictions> masks) {
    if (masks.size() == 1) {
      return candidates(masks.get(0));
    }
    JsonArrayBuilder lists = JSON.createArrayBuilder();
    masks.forEach(mask -> lists.add(candidates(mask)));
    return lists;
  }

  private static JsonArrayBuilder candidates(MaskPredictions mask) {
    JsonArrayBuilder candidates = JSON.createArrayBuilder();
    mask.predictions()
        .forEach(
            p -> candidates.add("%s (%d%%)".formatted(p.token(), Math.round(p.score() * 100))));
    return candidates;
  }
}
