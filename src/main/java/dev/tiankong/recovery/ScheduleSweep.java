package dev.tiankong.recovery;

import dev.tiankong.batch.dispatch.ReleaseScheduled;
import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets batches begin whose time has come. */
@Singleton
// The use case has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleSweep {

  @Inject ReleaseScheduled releaseScheduled;

  private final Each each = new Each();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void sweep() {
    Outage.skips(() -> each.of(releaseScheduled.due(), releaseScheduled::release));
  }
}
