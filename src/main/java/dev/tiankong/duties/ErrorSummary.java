package dev.tiankong.duties;

import dev.tiankong.wording.Excerpt;

/** What a failure is about, on one line. */
final class ErrorSummary {

  private static final int LONGEST = 300;

  private ErrorSummary() {}

  /** That of the first cause: what wraps it says only in which call it came up. */
  static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof PartialFailureException)) {
      cause = cause.getCause();
    }
    String line =
        (cause instanceof PartialFailureException ? cause.getMessage() : cause.toString())
            .replaceAll("\\s+", " ");
    return Excerpt.of(line, LONGEST);
  }
}
