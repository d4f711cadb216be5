package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;

/** Told when all texts of an attempt have their answers, which are now to be kept. */
final class Settlement {

  private final ClaimedChunk chunk;
  private boolean chunkIsToBlame;

  Settlement(ClaimedChunk chunk) {
    this.chunk = chunk;
  }

  ClaimedChunk chunk() {
    return chunk;
  }

  /** It failed for no outage: the attempt counts. */
  void blameTheChunk() {
    chunkIsToBlame = true;
  }

  /**
   * Whether an outage did it, should it have failed: nothing else keeps answers from being kept.
   */
  boolean wasCutShort() {
    return !chunkIsToBlame;
  }
}
