package dev.tiankong.request;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/** What may stand behind the question mark of an address. */
public final class QueryValue {

  private QueryValue() {}

  /**
   * @param value null if it was left out
   * @param expected says what it must be, for people
   * @throws Refusal if the parser does not take it
   */
  public static <T> Optional<T> read(
      String name, String value, Function<String, T> parser, String expected) {
    try {
      return Optional.ofNullable(value).map(parser);
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw invalid(name, expected);
    }
  }

  /**
   * @param expected says what the parameter must be, for people
   */
  public static Refusal invalid(String name, String expected) {
    return invalid(
        Sentence.of("invalid", "{parameter} must be {expected}.").with("expected", expected), name);
  }

  static Refusal invalid(Sentence sentence, String name) {
    return new Refusal(ProblemCode.INVALID_PARAMETER, sentence.with("parameter", name));
  }

  /**
   * @param value null if it was left out, which is false
   * @throws Refusal if it is neither true nor false
   */
  public static boolean flag(String name, String value) {
    return read(name, value, QueryValue::parseFlag, "true or false").orElse(false);
  }

  static boolean parseFlag(String given) {
    if (!given.matches("true|false")) {
      throw new IllegalArgumentException(given);
    }
    return Boolean.parseBoolean(given);
  }

  /**
   * @throws IllegalArgumentException if PostgreSQL has no such text
   */
  public static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("U+0000");
    }
    return text;
  }
}
