package dev.tiankong.batch.dispatch;

import dev.tiankong.duties.Duty;
import dev.tiankong.duties.ForEach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lets batches begin whose time has come. */
@ApplicationScoped
class ScheduledBatchesDuty implements Duty {

  @Inject ReleaseScheduled releaseScheduled;

  @Override
  public String name() {
    return "release-scheduled-batches";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    ForEach.of(releaseScheduled.due(), releaseScheduled::release);
  }
}
