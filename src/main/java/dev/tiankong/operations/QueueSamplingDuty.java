package dev.tiankong.operations;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.duties.Duty;
import dev.tiankong.management.BrokerRefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Notes how the queues stand. */
@ApplicationScoped
class QueueSamplingDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(QueueSamplingDuty.class.getName());

  @Inject Queues queues;
  @Inject QueueHistory history;
  @Inject Clock clock;

  @Override
  public String name() {
    return "sample-queues";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    try {
      history.add(clock.instant(), queues.list());
    } catch (BrokerRefusalException e) {
      // Artemis fails when a queue is removed while it lists them. The next sample is soon.
      LOG.log(DEBUG, "No sample of the queues", e);
    }
  }
}
