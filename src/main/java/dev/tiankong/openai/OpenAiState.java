package dev.tiankong.openai;

import java.util.Locale;

/** Where a batch stands. The names are stored, and mirrored by CHECK constraints. */
enum OpenAiState {
  /** Its file is not read yet. */
  VALIDATING,
  /** Its file is wrong: nothing was begun. */
  FAILED,
  IN_PROGRESS,
  /** Every request has its answer, or will get none; the files are being measured. */
  FINALIZING,
  COMPLETED,
  /** Stopped because it was not done in time; what was answered is kept. */
  EXPIRED,
  CANCELLING,
  /** Stopped by somebody; what was answered is kept. */
  CANCELLED;

  /** As clients call it. */
  String status() {
    return name().toLowerCase(Locale.ROOT);
  }
}
