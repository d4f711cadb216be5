package dev.tiankong.batch.api;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.CandidateKind;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The members that say how texts are to be worked on; all of them can be left out. */
public final class OptionsJson {

  private static final List<String> KNOWN =
      List.of("model", "topK", "targets", "candidates", "looseMasks");

  private OptionsJson() {}

  /**
   * @throws ProblemException if a member is unknown or of the wrong type
   */
  public static BatchOptions read(JsonObject json) {
    Set<String> unknown = new TreeSet<>(json.keySet());
    KNOWN.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw invalid(
          "There is no option %s (known: %s)"
              .formatted(String.join(", ", unknown), String.join(", ", KNOWN)));
    }
    BatchOptions defaults = BatchOptions.defaults();
    return new BatchOptions(
        member(json, "model", defaults.model(), OptionsJson::string),
        member(json, "topK", defaults.topK(), OptionsJson::wholeNumber),
        member(json, "targets", defaults.targets(), OptionsJson::strings),
        member(json, "candidates", defaults.candidates(), OptionsJson::kind),
        member(json, "looseMasks", defaults.looseMasks(), OptionsJson::flag));
  }

  /**
   * @param read gives null for a value of the wrong type
   */
  private static <T> T member(
      JsonObject json, String name, T otherwise, Function<JsonValue, T> read) {
    JsonValue value = json.get(name);
    if (value == null || value == JsonValue.NULL) {
      return otherwise;
    }
    T result = read.apply(value);
    if (result == null) {
      throw invalid("\"%s\" must be %s".formatted(name, expected(name)));
    }
    return result;
  }

  private static String expected(String name) {
    return switch (name) {
      case "topK" -> "a whole number";
      case "targets" -> "an array of strings";
      case "candidates" -> "\"any\" or \"han\"";
      case "looseMasks" -> "true or false";
      default -> "a string";
    };
  }

  private static String string(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : null;
  }

  private static Integer wholeNumber(JsonValue value) {
    try {
      return value instanceof JsonNumber number ? number.intValueExact() : null;
    } catch (ArithmeticException e) {
      // A fraction, or more than an int can be.
      return null;
    }
  }

  private static List<String> strings(JsonValue value) {
    return value instanceof JsonArray array
            && array.stream().allMatch(element -> element instanceof JsonString)
        ? array.getValuesAs(JsonString::getString)
        : null;
  }

  private static CandidateKind kind(JsonValue value) {
    return Arrays.stream(CandidateKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(string(value)))
        .findFirst()
        .orElse(null);
  }

  private static Boolean flag(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  private static ProblemException invalid(String what) {
    return Problem.unprocessable("invalid-options", what + ".").toException();
  }
}
