package dev.tiankong.openai;

/**
 * What the duties sort batches by, so that those that take a moment never wait for one that takes a
 * minute.
 */
enum BatchSize {
  SMALL("<="),
  LARGE(">");

  /** What a server reads, or measures, in less than a second. */
  private static final int SMALL_FILE_BYTES = 1 << 20;

  private static final int SMALL_TOTAL = 10_000;

  private final String comparison;

  BatchSize(String comparison) {
    this.comparison = comparison;
  }

  /** A condition in SQL. */
  String ofFile(String bytes) {
    return "%s %s %d".formatted(bytes, comparison, SMALL_FILE_BYTES);
  }

  /** A condition in SQL. */
  String ofTotal(String requests) {
    return "%s %s %d".formatted(requests, comparison, SMALL_TOTAL);
  }
}
