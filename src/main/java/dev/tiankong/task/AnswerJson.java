package dev.tiankong.task;

import jakarta.json.stream.JsonGenerator;

/** The answer to a text, as clients read it wherever they asked for it. */
public final class AnswerJson {

  private AnswerJson() {}

  /** Writes the members of the task's format, or {@code error}. */
  public static void write(
      String text, TextAnswer answer, AnswerFormat format, OffsetUnit unit, JsonGenerator item) {
    answer
        .error()
        .ifPresentOrElse(
            error -> write(error, item),
            () -> format.writeJson(text, answer.content(), unit, item));
  }

  private static void write(ItemError error, JsonGenerator item) {
    item.writeStartObject("error").write("code", error.code()).write("message", error.message());
    if (!error.parameters().isEmpty()) {
      item.write("parameters", error.parameters());
    }
    item.writeEnd();
  }
}
