package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.api.AnswerJson;
import dev.tiankong.problem.OpenAiError;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** One request's answer, as if it had been sent alone. */
final class AnswerLine {

  private AnswerLine() {}

  /**
   * @param part of the batch that has the item
   */
  static JsonObject of(OpenAiBatch batch, Batch part, ItemAnswer item) {
    String request = PublicId.REQUEST.of(part.id()) + "_" + item.index();
    JsonObjectBuilder line =
        JSON.createObjectBuilder().add("id", request).add("custom_id", item.customId());
    Optional<TextAnswer> answer = item.answer();
    if (answer.isEmpty()) {
      return line.addNull("response").add("error", unanswered(batch)).build();
    }
    JsonObjectBuilder response =
        JSON.createObjectBuilder(
                answer
                    .get()
                    .error()
                    .map(AnswerLine::refused)
                    .orElseGet(() -> filled(part, answer.get())))
            .add("request_id", request);
    return line.add("response", response).addNull("error").build();
  }

  private static JsonObject filled(Batch part, TextAnswer answer) {
    JsonObjectBuilder body =
        JSON.createObjectBuilder().add("object", "fill_mask").add("model", part.options().model());
    AnswerJson.add(answer, body);
    return response(200, body.build());
  }

  private static JsonObject refused(ItemError error) {
    return error.isAboutText()
        ? response(400, OpenAiError.of(400, error.message(), "input", error.code()))
        : response(500, OpenAiError.of(500, error.message(), null, error.code()));
  }

  private static JsonObject response(int status, JsonObject body) {
    return JSON.createObjectBuilder().add("status_code", status).add("body", body).build();
  }

  private static JsonObjectBuilder unanswered(OpenAiBatch batch) {
    return batch.isExpired()
        ? error("batch_expired", "The batch was not done in time, and stopped before this request.")
        : error("batch_cancelled", "The batch was cancelled before this request was answered.");
  }

  private static JsonObjectBuilder error(String code, String message) {
    return JSON.createObjectBuilder().add("code", code).add("message", message);
  }
}
