package dev.tiankong.duties;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs all duties from the start of the application until its end. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DutyScheduler {

  private static final System.Logger LOG = System.getLogger(DutyScheduler.class.getName());

  /** Between the first runs, so that a server that starts does not need all connections at once. */
  private static final Duration STAGGER = Duration.ofMillis(100);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Duties duties;
  @Resource ManagedThreadFactory threads;

  private ScheduledThreadPoolExecutor executor;

  /** A thread for each: some take minutes, and nothing else may wait for them. */
  @PostConstruct
  void start() {
    executor = new ScheduledThreadPoolExecutor(duties.all().size(), threads);
    long delay = 0;
    for (ScheduledDuty duty : duties.all()) {
      delay += STAGGER.toMillis();
      executor.scheduleWithFixedDelay(
          duty, delay, duty.interval().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Waits for those that are running: behind them are beans that are about to be destroyed. */
  @PreDestroy
  void stop() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        executor.shutdownNow();
        LOG.log(
            WARNING, "Some duties have not ended within {0} of the application''s end", PATIENCE);
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
