package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.CountResults;
import dev.tiankong.batch.dispatch.RefillWindows;
import dev.tiankong.batch.dispatch.ResendChunks;
import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds chunks whose message is lost, because a journal was deleted or somebody removed it, those
 * that wait although nobody will send them, attempts whose worker is gone, and chunks whose results
 * a server that died did not add to the batch's counts.
 */
@Singleton
// The use case has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChunkSweep {

  private static final System.Logger LOG = System.getLogger(ChunkSweep.class.getName());

  @Inject ResendChunks resendChunks;
  @Inject RefillWindows refillWindows;
  @Inject CountResults countResults;
  @Inject ChunkAttempts attempts;

  private final Each each = new Each();

  @Inject
  @ConfigProperty(name = "tiankong.chunk.lease", defaultValue = "PT10M")
  Duration lease;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void sweep() {
    Outage.skips(this::resendLost);
    Outage.skips(this::loseAttempts);
    Outage.skips(() -> each.of(refillWindows.stuckOwners(), refillWindows::refill));
    Outage.skips(() -> each.of(countResults.pending(), countResults::count));
  }

  private void loseAttempts() {
    int lost = attempts.loseOlderThan(lease);
    if (lost > 0) {
      LOG.log(
          WARNING, "{0} attempts have not ended within {1}: their workers are lost", lost, lease);
    }
  }

  private void resendLost() {
    List<ChunkId> lost = resendChunks.untouchedFor(lease);
    if (!lost.isEmpty()) {
      LOG.log(WARNING, "Sent the messages of {0} chunks again: {1}", lost.size(), lost);
    }
  }
}
