package dev.tiankong.openai;

import static java.lang.System.Logger.Level.ERROR;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.tiankong.outage.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What is done in the background, whoever asked for it and on whichever server: what one is
 * interrupted at, another one finds in the database.
 */
@Singleton
@Startup
// The use cases have transactions of their own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  @Inject ReadBatches readBatches;
  @Inject EndBatches endBatches;
  @Inject ForgetOld forgetOld;
  @Resource ManagedThreadFactory threads;

  private ScheduledExecutorService rounds;

  /** A thread for each, because a large batch may take a minute, and nothing else waits for it. */
  @PostConstruct
  void begin() {
    List<Runnable> duties = new ArrayList<>(List.of(endBatches::stopOverdue));
    for (BatchSize size : BatchSize.values()) {
      duties.add(() -> readBatches.all(size));
      duties.add(() -> endBatches.finishSettled(size));
    }
    rounds = Executors.newScheduledThreadPool(duties.size(), threads);
    duties.forEach(duty -> rounds.scheduleWithFixedDelay(() -> round(duty), 1, 1, SECONDS));
  }

  private static void round(Runnable duty) {
    try {
      Outage.skips(duty);
    } catch (Throwable e) {
      // Thrown on, it would end all further rounds, until somebody restarts the server.
      LOG.log(ERROR, "A round could not be finished", e);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "15/20", persistent = false)
  void forget() {
    Outage.skips(forgetOld::all);
  }

  @PreDestroy
  void end() {
    rounds.shutdown();
  }
}
