package dev.tiankong.work;

import dev.tiankong.batch.AttemptError;
import dev.tiankong.batch.ClaimedChunk;

/** Told when all texts of an attempt have their answers, which are now to be kept. */
final class Settlement {

  // Until something else is known: the failure of a commit is heard of nowhere else.
  private static final AttemptError UNKEPT =
      new AttemptError("The results could not be kept: their commit failed", null);

  private final ClaimedChunk chunk;
  private AttemptError error = UNKEPT;
  private boolean chunkIsToBlame;

  Settlement(ClaimedChunk chunk) {
    this.chunk = chunk;
  }

  ClaimedChunk chunk() {
    return chunk;
  }

  AttemptError error() {
    return error;
  }

  /** An outage kept the answers from being kept. */
  void cutShort(AttemptError error) {
    this.error = error;
  }

  /** It failed for no outage: the attempt counts. */
  void blameTheChunk(AttemptError error) {
    this.error = error;
    chunkIsToBlame = true;
  }

  /**
   * Whether an outage did it, should it have failed: nothing else keeps answers from being kept.
   */
  boolean wasCutShort() {
    return !chunkIsToBlame;
  }
}
