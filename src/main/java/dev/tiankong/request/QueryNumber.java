package dev.tiankong.request;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;

/** Whole numbers behind the question mark of an address. */
public final class QueryNumber {

  private QueryNumber() {}

  /**
   * @throws ProblemException if the value is not a number, or out of range
   */
  public static int read(String name, String value, int min, int max) {
    return Math.toIntExact(read(name, value, (long) min, (long) max));
  }

  /**
   * @throws ProblemException if the value is not a number, or out of range
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
    throw Problem.badRequest(
            "invalid-parameter",
            "%s must be a whole number from %d to %d.".formatted(name, min, max))
        .toException();
  }
}
