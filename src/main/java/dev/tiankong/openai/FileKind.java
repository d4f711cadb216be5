package dev.tiankong.openai;

/** What a file holds. The names are stored, and mirrored by a CHECK constraint. */
enum FileKind {
  /** Requests, as somebody uploaded them. */
  INPUT("batch"),
  /** The answers of a batch. */
  OUTPUT("batch_output"),
  /** What a batch has no answers to, and why. */
  ERRORS("batch_output");

  private final String purpose;

  FileKind(String purpose) {
    this.purpose = purpose;
  }

  /** As clients call it. */
  String purpose() {
    return purpose;
  }
}
