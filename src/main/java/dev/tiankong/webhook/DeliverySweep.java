package dev.tiankong.webhook;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Finds deliveries whose message is lost, or whose attempt took the server with it. */
@Singleton
// The use case has a transaction of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliverySweep {

  private static final System.Logger LOG = System.getLogger(DeliverySweep.class.getName());

  @Inject Deliveries deliveries;

  @Schedule(hour = "*", minute = "*", second = "15/30", persistent = false)
  void sweep() {
    Outage.skips(this::resendLost);
  }

  private void resendLost() {
    int lost = deliveries.resendLost();
    if (lost > 0) {
      LOG.log(WARNING, "Sent the messages of {0} webhooks again", lost);
    }
  }
}
