package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.DeleteExpired;
import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes batches whose time is over. */
@Singleton
// The use case has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchSweep {

  private static final System.Logger LOG = System.getLogger(BatchSweep.class.getName());

  @Inject DeleteExpired deleteExpired;

  @Schedule(hour = "*", minute = "*", second = "10/20", persistent = false)
  void sweep() {
    Outage.skips(this::deleteAll);
  }

  private void deleteAll() {
    int deleted = 0;
    while (deleteExpired.next()) {
      deleted++;
    }
    if (deleted > 0) {
      LOG.log(INFO, "Deleted {0} batches whose time was over", deleted);
    }
  }
}
