package dev.tiankong.batch.api;

import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonBody;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.AnswerJson;
import dev.tiankong.task.OffsetUnit;
import dev.tiankong.task.WarningJson;
import jakarta.json.stream.JsonGenerator;

/**
 * Items beside their answers, as they stand in a page, in a line and in an event.
 *
 * @param format of their task
 * @param unit what positions are counted in
 */
record ItemJson(AnswerFormat format, OffsetUnit unit) {

  /** Writes the members of one. */
  void write(ItemAnswer answer, JsonGenerator item) {
    item.write("index", answer.index())
        .write("text", answer.text())
        .write("state", answer.state().name());
    if (answer.customId() != null) {
      item.write("id", answer.customId());
    }
    if (answer.input() != null) {
      item.write("input", JsonBody.object(answer.input()));
    }
    WarningJson.write(answer.text(), answer.warnings(), unit, item);
    answer.answer().ifPresent(known -> AnswerJson.write(answer.text(), known, format, unit, item));
  }
}
