package dev.tiankong.work;

import dev.tiankong.batch.AttemptError;
import dev.tiankong.batch.AttemptOutcome;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.ClaimedChunk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Ends an attempt that leaves no results, in a transaction of its own: what the attempt wrote is
 * rolled back.
 */
@ApplicationScoped
class EndAttempt {

  @Inject Chunks chunks;
  @Inject ChunkAttempts attempts;

  /** The attempt counts against the texts. */
  @Transactional(TxType.REQUIRES_NEW)
  void fail(ClaimedChunk claimed, AttemptError error) {
    attempts.end(claimed, AttemptOutcome.FAILED, error);
  }

  /** An outage cut it short: the texts are not to blame. */
  @Transactional(TxType.REQUIRES_NEW)
  void excuse(ClaimedChunk claimed, AttemptError error) {
    chunks
        .lock(claimed.id())
        .filter(chunk -> chunk.isHeldBy(claimed.attempt()))
        .ifPresent(Chunk::excuse);
    attempts.end(claimed, AttemptOutcome.CUT_SHORT, error);
  }
}
