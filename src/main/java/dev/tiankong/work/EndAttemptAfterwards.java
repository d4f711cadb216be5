package dev.tiankong.work;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Ends an attempt whose answers could not be kept, and excuses it if an outage did that. As soon as
 * what it had written is rolled back: until then its own transaction has the chunk's row locked.
 */
@ApplicationScoped
class EndAttemptAfterwards {

  private static final System.Logger LOG = System.getLogger(EndAttemptAfterwards.class.getName());

  @Inject ClaimChunk claimChunk;
  @Inject ChunkAttempts attempts;
  @Inject Patience patience;

  void end(@Observes(during = TransactionPhase.AFTER_FAILURE) Settlement settlement) {
    ClaimedChunk chunk = settlement.chunk();
    try (LogContext context = LogContext.chunk(chunk.id().batchId(), chunk.id().number())) {
      LogContext.attempt(chunk.attempt());
      patience.outlast(
          () -> {
            if (settlement.wasCutShort()) {
              claimChunk.excuse(chunk, settlement.error());
            } else {
              attempts.fail(chunk, settlement.error());
            }
            return null;
          });
      LOG.log(
          INFO,
          "Chunk {0}: attempt {1} is rolled back: {2}",
          chunk.id(),
          chunk.attempt(),
          settlement.error().summary());
    }
  }
}
