package dev.tiankong.task;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonMembers;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which values an option takes, and how they are written. */
public abstract class OptionType<T> {

  private OptionType() {}

  /** What the value must be, for people. */
  abstract String expected();

  /** Null for a value of another type. */
  abstract T read(JsonValue value);

  abstract JsonValue write(T value);

  /** Adds what JSON Schema says of the type. */
  abstract void describe(JsonObjectBuilder schema);

  /** A value as it stands in JSON, of what stands in a query or a form. */
  public JsonValue ofText(List<String> values) {
    return JSON.createValue(values.get(0));
  }

  /** Whether a query or a form may name the option several times. */
  public boolean isRepeated() {
    return false;
  }

  /**
   * @throws RuntimeException if the value is out of bounds
   */
  void check(String option, T value) {
    // Most types have no bounds.
  }

  /** The same for all values that have the same effect. */
  JsonValue canonical(T value) {
    return write(value);
  }

  public static OptionType<String> text() {
    return new OptionType<>() {
      @Override
      String expected() {
        return "a string";
      }

      @Override
      String read(JsonValue value) {
        return JsonMembers.string(value);
      }

      @Override
      JsonValue write(String value) {
        return JSON.createValue(value);
      }

      @Override
      void describe(JsonObjectBuilder schema) {
        schema.add("type", "string");
      }
    };
  }

  public static OptionType<Integer> wholeNumber(int least, int most) {
    return new OptionType<>() {
      @Override
      String expected() {
        return "a whole number";
      }

      @Override
      Integer read(JsonValue value) {
        return JsonMembers.wholeNumber(value);
      }

      @Override
      public JsonValue ofText(List<String> values) {
        String value = values.get(0);
        return value.matches("-?\\d{1,9}")
            ? JSON.createValue(Integer.parseInt(value))
            : super.ofText(values);
      }

      @Override
      void check(String option, Integer value) {
        if (value < least || value > most) {
          throw JsonMembers.refusal(
              Sentence.of("out-of-range", "{option} must be {least} to {most}, not {found}.")
                  .with(Sentence.OPTION, option)
                  .with("least", least)
                  .with("most", most)
                  .with("found", value));
        }
      }

      @Override
      JsonValue write(Integer value) {
        return JSON.createValue(value);
      }

      @Override
      void describe(JsonObjectBuilder schema) {
        schema.add("type", "integer").add("minimum", least).add("maximum", most);
      }
    };
  }

  public static OptionType<Boolean> flag() {
    return new OptionType<>() {
      @Override
      String expected() {
        return "true or false";
      }

      @Override
      Boolean read(JsonValue value) {
        return JsonMembers.flag(value);
      }

      @Override
      public JsonValue ofText(List<String> values) {
        String value = values.get(0);
        return value.matches("true|false")
            ? write(Boolean.parseBoolean(value))
            : super.ofText(values);
      }

      @Override
      JsonValue write(Boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
      }

      @Override
      void describe(JsonObjectBuilder schema) {
        schema.add("type", "boolean");
      }
    };
  }

  /** One of an enumeration, whose names clients write in lower case. */
  public static <E extends Enum<E>> OptionType<E> oneOf(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    return new OptionType<>() {
      @Override
      String expected() {
        return all.stream()
            .map(value -> "\"" + name(value) + "\"")
            .collect(Collectors.joining(" or "));
      }

      @Override
      E read(JsonValue value) {
        String given = JsonMembers.string(value);
        return all.stream().filter(known -> name(known).equals(given)).findFirst().orElse(null);
      }

      @Override
      JsonValue write(E value) {
        return JSON.createValue(name(value));
      }

      @Override
      void describe(JsonObjectBuilder schema) {
        schema
            .add("type", "string")
            .add("enum", JSON.createArrayBuilder(all.stream().map(this::name).toList()));
      }

      private String name(E value) {
        return value.name().toLowerCase(Locale.ROOT);
      }
    };
  }

  /**
   * Words of which none comes before another.
   *
   * @param most how many there may be
   * @param longest how many characters each may have
   * @param characters how many all may have together: they stand in the status of the batch, and a
   *     list has 1,000 of those
   */
  public static OptionType<List<String>> words(int most, int longest, int characters) {
    return new OptionType<>() {
      @Override
      String expected() {
        return "an array of at most %d strings of at most %d characters, %d in all"
            .formatted(most, longest, characters);
      }

      @Override
      List<String> read(JsonValue value) {
        List<String> words = JsonStrings.array(value);
        if (words == null || words.size() > most) {
          return null;
        }
        IntSummaryStatistics lengths =
            words.stream().mapToInt(Characters::count).summaryStatistics();
        return lengths.getMax() > longest || lengths.getSum() > characters ? null : words;
      }

      @Override
      public JsonValue ofText(List<String> values) {
        return write(values.stream().flatMap(v -> Arrays.stream(v.split(","))).toList());
      }

      @Override
      public boolean isRepeated() {
        return true;
      }

      @Override
      void check(String option, List<String> words) {
        if (words.stream().anyMatch(String::isBlank)) {
          throw JsonMembers.refusal(
              Sentence.of(
                      "blank", "Each of \"{option}\" must have a character other than white space.")
                  .with(Sentence.OPTION, option));
        }
      }

      @Override
      JsonValue write(List<String> words) {
        return JSON.createArrayBuilder(words).build();
      }

      @Override
      JsonValue canonical(List<String> words) {
        return write(words.stream().distinct().sorted().toList());
      }

      @Override
      void describe(JsonObjectBuilder schema) {
        schema
            .add("type", "array")
            .add(
                "items", JSON.createObjectBuilder().add("type", "string").add("maxLength", longest))
            .add("maxItems", most);
      }
    };
  }
}
