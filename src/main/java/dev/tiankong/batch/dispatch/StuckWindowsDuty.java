package dev.tiankong.batch.dispatch;

import dev.tiankong.duties.Duty;
import dev.tiankong.duties.ForEach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sends chunks that wait although their user has room in the queue, and nobody will send them. */
@ApplicationScoped
class StuckWindowsDuty implements Duty {

  @Inject RefillWindows refillWindows;

  @Override
  public String name() {
    return "refill-stuck-windows";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    ForEach.of(refillWindows.stuckOwners(), refillWindows::refill);
  }
}
