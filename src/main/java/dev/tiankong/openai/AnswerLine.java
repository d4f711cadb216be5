package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.problem.OpenAiError;
import dev.tiankong.request.JsonText;
import dev.tiankong.task.AnswerJson;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.OffsetUnit;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.WarningJson;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

/** One request's answer, as if it had been sent alone. */
final class AnswerLine {

  private AnswerLine() {}

  /**
   * @param part of the batch that has the item
   */
  static String of(OpenAiBatch batch, Batch part, Endpoint endpoint, ItemAnswer item) {
    String request = PublicId.REQUEST.of(part.id()) + "_" + item.index();
    return JsonText.of(
        line -> {
          line.write("id", request).write("custom_id", item.customId());
          item.answer()
              .ifPresentOrElse(
                  answer -> response(request, part, endpoint, item, answer, line),
                  () -> line.writeNull("response").write("error", unanswered(batch)));
        });
  }

  private static void response(
      String request,
      Batch part,
      Endpoint endpoint,
      ItemAnswer item,
      TextAnswer answer,
      JsonGenerator line) {
    line.writeStartObject("response");
    answer
        .error()
        .ifPresentOrElse(
            error -> refused(error, line), () -> answered(part, endpoint, item, answer, line));
    line.write("request_id", request).writeEnd().writeNull("error");
  }

  private static void answered(
      Batch part, Endpoint endpoint, ItemAnswer item, TextAnswer answer, JsonGenerator response) {
    response.write("status_code", 200).writeStartObject("body").write("object", endpoint.object());
    part.options().model().ifPresent(model -> response.write("model", model));
    WarningJson.write(item.text(), item.warnings(), OffsetUnit.CODE_POINTS, response);
    AnswerJson.write(
        item.text(), answer, endpoint.task().format(), OffsetUnit.CODE_POINTS, response);
    response.writeEnd();
  }

  private static void refused(ItemError error, JsonGenerator response) {
    int status = error.isAboutText() ? 400 : 500;
    String parameter = error.isAboutText() ? "input" : null;
    response
        .write("status_code", status)
        .write("body", OpenAiError.of(status, error.message(), parameter, error.code()));
  }

  private static JsonObject unanswered(OpenAiBatch batch) {
    return batch.isExpired()
        ? error("batch_expired", "The batch expired before this request was answered.")
        : error("batch_cancelled", "The batch was cancelled before this request was answered.");
  }

  private static JsonObject error(String code, String message) {
    return JSON.createObjectBuilder().add("code", code).add("message", message).build();
  }
}
