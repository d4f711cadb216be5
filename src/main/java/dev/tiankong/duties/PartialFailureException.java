package dev.tiankong.duties;

/** A duty was done for some things, and failed for others. */
final class PartialFailureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PartialFailureException(Object first, int others, Exception cause) {
    super(
        first
            + ": "
            + ErrorSummary.of(cause)
            + (others == 0 ? "" : " (and %d more)".formatted(others)),
        cause);
  }
}
