package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.wording.Refusal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What is wrong with an input file.
 *
 * @param code stable, for programs
 * @param line from 1; null if it is not about a line
 * @param message for people: what is wrong and what to do about it
 * @param param the member of the line that it is about, or null
 */
record LineError(String code, Integer line, String message, String param) {

  /** About the file as a whole. */
  static LineError ofFile(String code, String message) {
    return new LineError(code, null, message, null);
  }

  /**
   * @param line from 1
   */
  static LineError at(int line, Refusal refusal) {
    return new LineError(
        refusal.code().id(), line, refusal.getMessage(), refusal.sentence().subject());
  }

  static String json(List<LineError> errors) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    errors.forEach(error -> array.add(error.toJson()));
    return array.build().toString();
  }

  private JsonObjectBuilder toJson() {
    return JSON.createObjectBuilder()
        .add("code", code)
        .add("line", line == null ? JsonValue.NULL : JSON.createValue(line))
        .add("message", message)
        .add("param", param == null ? JsonValue.NULL : JSON.createValue(param));
  }
}
