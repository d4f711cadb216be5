package dev.tiankong.task;

import jakarta.json.stream.JsonGenerator;
import java.util.List;

/**
 * How the answers of one task are shown to clients. An answer is the JSON document that the task
 * made of it ({@link TextAnswer#content()}): only the task knows what is in it.
 */
public interface AnswerFormat {

  /**
   * Writes the members that stand beside the text in JSON, in whatever way it is asked for.
   *
   * @param text the one that was answered
   * @param unit what positions in the text are counted in
   */
  void writeJson(String text, String answer, OffsetUnit unit, JsonGenerator item);

  /** The names of the columns in CSV. */
  List<String> columns();

  /** A field for each column; one is empty or null where there is nothing to say. */
  List<String> fields(String text, String answer);

  /** What is in a row of the table in place of {@link #fields} for a text without an answer. */
  default List<String> noFields() {
    return columns().stream().map(column -> "").toList();
  }

  /** Writes the elements of the array that the tutorial's clients know as predictions. */
  default void writePredictions(String text, String answer, JsonGenerator array) {
    array.writeStartObject();
    writeJson(text, answer, OffsetUnit.CODE_POINTS, array);
    array.writeEnd();
  }
}
