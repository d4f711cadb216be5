package dev.tiankong.batch.intake;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;

/** Members of an object that can be left out. The readers give null for a value of another type. */
final class Members {

  private Members() {}

  /**
   * @param expected says what the value must be, for people
   * @throws ProblemException if it is not
   */
  static <T> T read(
      JsonObject json, String name, T otherwise, String expected, Function<JsonValue, T> reader) {
    JsonValue value = json.get(name);
    if (value == null || value == JsonValue.NULL) {
      return otherwise;
    }
    if (!Characters.areStorable(value)) {
      throw invalid(
          Sentence.of(
              "invalid-character", "\"{option}\" holds a NUL or half a surrogate pair: remove it."),
          name);
    }
    T result = reader.apply(value);
    if (result == null) {
      throw invalid(
          Sentence.of("invalid", "\"{option}\" must be {expected}.").with("expected", expected),
          name);
    }
    return result;
  }

  static String string(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : null;
  }

  static Integer wholeNumber(JsonValue value) {
    try {
      return value instanceof JsonNumber number ? number.intValueExact() : null;
    } catch (ArithmeticException e) {
      // A fraction, or more than an int can be.
      return null;
    }
  }

  static Boolean flag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  /**
   * @param option that the sentence is about
   */
  static ProblemException invalid(Sentence sentence, String option) {
    return Problem.of(ProblemCode.INVALID_OPTIONS, sentence.with(Sentence.OPTION, option))
        .toException();
  }
}
