package dev.tiankong.task;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** What is said of a text that was perhaps meant otherwise than it is read. */
public final class WarningJson {

  private WarningJson() {}

  /** Writes the member {@code warnings}, if there are any. */
  public static void write(
      String text, List<ItemWarning> warnings, OffsetUnit unit, JsonGenerator item) {
    if (warnings.isEmpty()) {
      return;
    }
    OffsetUnit.Spans spans = unit.in(text);
    item.writeStartArray("warnings");
    for (ItemWarning warning : warnings) {
      item.writeStartObject().write("code", warning.code());
      spans.write(warning.position(), warning.length(), item);
      item.write("found", warning.found()).write("suggestion", warning.suggestion()).writeEnd();
    }
    item.writeEnd();
  }
}
