package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;

/** A worker began on a chunk, and did not get it done. */
final class AttemptFailedException extends RuntimeException {

  AttemptFailedException(ClaimedChunk chunk, Throwable cause) {
    super("Chunk %s: attempt %d failed".formatted(chunk.id(), chunk.attempt()), cause);
  }
}
