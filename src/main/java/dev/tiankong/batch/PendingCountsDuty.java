package dev.tiankong.batch;

import dev.tiankong.duties.Duty;
import dev.tiankong.duties.ForEach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Adds results to the counts of their batch that a server which died did not add. */
@ApplicationScoped
class PendingCountsDuty implements Duty {

  @Inject CountResults countResults;

  @Override
  public String name() {
    return "count-pending-results";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    ForEach.of(countResults.pending(), countResults::count);
  }
}
