package dev.tiankong.request;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;

/**
 * Options as members of an object, which can be left out. The readers give null for a value of
 * another type.
 */
public final class JsonMembers {

  private JsonMembers() {}

  /**
   * @param expected says what the value must be, for people
   * @throws Refusal if it is not
   */
  public static <T> T read(
      JsonObject json, String name, T otherwise, String expected, Function<JsonValue, T> reader) {
    JsonValue value = json.get(name);
    if (value == null || value == JsonValue.NULL) {
      return otherwise;
    }
    if (!Characters.areStorable(value)) {
      throw invalid(
          Sentence.of(
              "invalid-character",
              "\"{option}\" contains NUL or an unpaired surrogate: remove it."),
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

  public static String string(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : null;
  }

  public static Integer wholeNumber(JsonValue value) {
    try {
      return value instanceof JsonNumber number ? number.intValueExact() : null;
    } catch (ArithmeticException e) {
      // A fraction, or more than an int can be.
      return null;
    }
  }

  public static Boolean flag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  /**
   * @param option that the sentence is about
   */
  public static Refusal invalid(Sentence sentence, String option) {
    return refusal(sentence.with(Sentence.OPTION, option));
  }

  /**
   * @param sentence which names its option
   */
  public static Refusal refusal(Sentence sentence) {
    return new Refusal(ProblemCode.INVALID_OPTIONS, sentence);
  }
}
