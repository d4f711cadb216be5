package dev.tiankong.duties;

/** How a run of a duty ended. */
public enum DutyOutcome {
  SUCCEEDED,
  FAILED,

  /** The database or the broker could not be used. The next run comes anyway. */
  SKIPPED
}
