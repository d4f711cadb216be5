package dev.tiankong.work;

import dev.tiankong.batch.ChunkEnded;
import dev.tiankong.batch.CountResults;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells the batch, as soon as the results of a chunk are committed. One worker of this server does
 * it at a time, for all that come meanwhile: they would only wait for the lock of the batch's row,
 * and have texts to answer.
 */
@ApplicationScoped
class CountAfterwards {

  @Inject CountResults countResults;

  /** Batches that a worker counts for just now, and whether it is to go round again. */
  private final ConcurrentMap<UUID, Boolean> again = new ConcurrentHashMap<>();

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChunkEnded ended) {
    UUID batch = ended.batchId();
    if (again.put(batch, true) != null) {
      return;
    }
    try (LogContext log = LogContext.batch(batch)) {
      do {
        again.put(batch, false);
        // The sweep comes round, should the database go away between the two.
        Outage.skips(() -> countResults.count(batch));
      } while (!again.remove(batch, false));
    } catch (Exception | Error e) {
      again.remove(batch);
      throw e;
    }
  }
}
