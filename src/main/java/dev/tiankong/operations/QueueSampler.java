package dev.tiankong.operations;

import dev.tiankong.outage.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Looks at the queues: at the start, and every ten seconds. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueSampler {

  @Inject Queues queues;
  @Inject QueueHistory history;
  @Inject Clock clock;

  @PostConstruct
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void sample() {
    Outage.skips(() -> history.add(clock.instant(), queues.list()));
  }
}
