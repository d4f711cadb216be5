package dev.tiankong.work;

import dev.tiankong.batch.ClaimChunk;
import dev.tiankong.outage.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Excuses an attempt that an outage cut short, as soon as what it had written is rolled back: until
 * then its own transaction has the chunk's row locked.
 */
@ApplicationScoped
class ExcuseAfterwards {

  @Inject ClaimChunk claimChunk;
  @Inject Patience patience;

  void excuse(@Observes(during = TransactionPhase.AFTER_FAILURE) Settlement settlement) {
    if (settlement.wasCutShort()) {
      patience.outlast(
          () -> {
            claimChunk.excuse(settlement.chunk());
            return null;
          });
    }
  }
}
