package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;

/** Whole numbers behind the question mark of an address. */
public final class QueryNumber {

  private QueryNumber() {}

  /**
   * @throws Refusal if the value is not a number, or out of range
   */
  public static int read(String name, String value, int min, int max) {
    return Math.toIntExact(read(name, value, (long) min, (long) max));
  }

  /**
   * @throws Refusal if the value is not a number, or out of range
   */
  public static long read(String name, String value, long min, long max) {
    try {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    throw QueryValue.invalid(
        Sentence.of("out-of-range", "{parameter} must be a whole number from {least} to {most}.")
            .with("least", min)
            .with("most", max),
        name);
  }
}
