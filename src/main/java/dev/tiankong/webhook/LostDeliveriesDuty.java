package dev.tiankong.webhook;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Finds deliveries whose message is lost, or whose attempt crashed the server. */
@ApplicationScoped
class LostDeliveriesDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(LostDeliveriesDuty.class.getName());

  @Inject Deliveries deliveries;

  @Override
  public String name() {
    return "resend-lost-webhooks";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    int lost = deliveries.resendLost();
    if (lost > 0) {
      LOG.log(WARNING, "Resent the messages of {0} webhooks", lost);
    }
  }
}
