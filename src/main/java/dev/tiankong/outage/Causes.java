package dev.tiankong.outage;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is behind an exception: its causes, and what was suppressed. A transaction manager whose
 * commit fails says there what the database told it.
 */
public final class Causes {

  private Causes() {}

  /** Whether it, or anything behind it, is of the kind. */
  public static boolean anyOf(Throwable failure, Predicate<Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.test(cause)
          || Stream.of(cause.getSuppressed()).anyMatch(suppressed -> anyOf(suppressed, kind))) {
        return true;
      }
    }
    return false;
  }
}
