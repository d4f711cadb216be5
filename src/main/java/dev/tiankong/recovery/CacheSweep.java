package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.store.ForgetAnswers;
import dev.tiankong.outage.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes answers that were kept long enough, after the start and every hour. */
@Singleton
@Startup
// The use case has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CacheSweep {

  private static final System.Logger LOG = System.getLogger(CacheSweep.class.getName());

  @Inject ForgetAnswers forgetAnswers;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "tiankong.cache.ttl", defaultValue = "P30D")
  Duration ttl;

  /** Not as a part of the start, which would wait until millions of rows are deleted. */
  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(0, new TimerConfig(null, false));
  }

  @Timeout
  @Schedule(hour = "*", persistent = false)
  void sweep() {
    Outage.skips(this::forgetOld);
  }

  private void forgetOld() {
    int forgotten = 0;
    int some;
    do {
      some = forgetAnswers.olderThan(ttl);
      forgotten += some;
    } while (some > 0);
    if (forgotten > 0) {
      LOG.log(INFO, "Forgot {0} answers older than {1}", forgotten, ttl);
    }
  }
}
