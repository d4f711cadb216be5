package dev.tiankong.batch;

/** Where a chunk stands. The names are stored, and mirrored by CHECK constraints. */
enum ChunkState {
  /** Waits for a place in its owner's dispatch window. */
  READY,
  /** Its message was sent. */
  QUEUED,
  DONE,
  /** Its message went to the dead-letter queue. */
  FAILED,
  /** Its items went to two new chunks. */
  SPLIT,
  CANCELLED
}
