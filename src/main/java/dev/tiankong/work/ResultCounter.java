package dev.tiankong.work;

import dev.tiankong.batch.CountResults;
import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Adds committed results to the counts of their batch. For each batch one worker of this server
 * does it at a time, for all whose results are committed meanwhile: they would only wait for the
 * lock of the batch's row.
 */
@ApplicationScoped
class ResultCounter {

  @Inject CountResults countResults;

  /** Batches that a worker counts for now, and whether it has to count once more. */
  private final ConcurrentMap<UUID, Boolean> again = new ConcurrentHashMap<>();

  void count(UUID batch) {
    if (again.put(batch, true) != null) {
      return;
    }
    try {
      do {
        again.put(batch, false);
        // Should the database be away, the sweep counts later.
        Outage.skips(() -> countResults.count(batch));
      } while (!again.remove(batch, false));
    } catch (Exception | Error e) {
      again.remove(batch);
      throw e;
    }
  }
}
