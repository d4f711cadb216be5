package dev.tiankong.batch.api;

import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonBody;
import jakarta.json.stream.JsonGenerator;

/** An item beside its answer, as it stands in a page, in a line and in an event. */
final class ItemJson {

  private ItemJson() {}

  /** Writes its members. */
  static void write(ItemAnswer answer, OffsetUnit unit, JsonGenerator item) {
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
    answer.answer().ifPresent(known -> AnswerJson.write(answer.text(), known, unit, item));
  }
}
