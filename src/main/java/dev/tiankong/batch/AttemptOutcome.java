package dev.tiankong.batch;

import java.util.List;

/** How an attempt at a chunk ended. The names are stored, and mirrored by a CHECK constraint. */
public enum AttemptOutcome {
  /** It has not ended yet. */
  RUNNING,
  /** Its results are kept. */
  SUCCEEDED,
  FAILED,
  /** The database or the broker was away. The attempt is excused: no text is to blame. */
  CUT_SHORT,
  /** Its results came after those of another attempt, or after a cancel, and are not kept. */
  OVERTAKEN,
  /** Its worker was not heard of again; mostly its JVM is gone. */
  LOST;

  /**
   * What an attempt may be when it gets this outcome. A worker that was thought lost may be heard
   * of after all; every other end is final.
   */
  List<AttemptOutcome> predecessors() {
    return switch (this) {
      case RUNNING -> List.of();
      case LOST -> List.of(RUNNING);
      case SUCCEEDED, FAILED, CUT_SHORT, OVERTAKEN -> List.of(RUNNING, LOST);
    };
  }

  /** Attempts that count against the texts of their chunk. */
  static List<AttemptOutcome> counted() {
    return List.of(FAILED, LOST);
  }

  static List<String> names(List<AttemptOutcome> outcomes) {
    return outcomes.stream().map(Enum::name).toList();
  }
}
