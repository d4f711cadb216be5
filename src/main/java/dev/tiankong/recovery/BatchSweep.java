package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.store.DeleteExpired;
import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deletes batches whose time is over. */
@Singleton
// The use case has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchSweep {

  private static final System.Logger LOG = System.getLogger(BatchSweep.class.getName());

  @Inject DeleteExpired deleteExpired;

  private final Each each = new Each();

  @Schedule(hour = "*", minute = "*", second = "10/20", persistent = false)
  void sweep() {
    Outage.skips(this::deleteAll);
  }

  private void deleteAll() {
    List<UUID> deleted = new ArrayList<>();
    each.of(
        deleteExpired.due(),
        id -> {
          if (deleteExpired.delete(id)) {
            deleted.add(id);
          }
        });
    if (!deleted.isEmpty()) {
      LOG.log(INFO, "Deleted {0} batches whose time was over", deleted.size());
    }
  }
}
