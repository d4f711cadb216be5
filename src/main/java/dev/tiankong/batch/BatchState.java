package dev.tiankong.batch;

/** Where a batch stands. The names are stored, and mirrored by CHECK constraints. */
public enum BatchState {
  /** Its time has not come. */
  SCHEDULED,
  /** No worker has begun on it. */
  QUEUED,
  RUNNING,
  /** No chunk is begun until somebody resumes it. */
  PAUSED,
  /** Every text has its answer. */
  COMPLETED,
  /** Some texts have an answer, the others an error. */
  COMPLETED_WITH_ERRORS,
  /** No text has an answer. */
  FAILED,
  /** Ended by somebody before every text had its answer; what was answered is kept. */
  CANCELLED;

  public boolean isFinal() {
    return this != SCHEDULED && this != QUEUED && this != RUNNING && this != PAUSED;
  }
}
