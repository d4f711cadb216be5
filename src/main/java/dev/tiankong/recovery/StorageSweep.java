package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.store.EraseDiscarded;
import dev.tiankong.batch.store.ItemPartitions;
import dev.tiankong.outage.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the room of deleted batches back, after the start and every hour. */
@Singleton
@Startup
// The use cases have transactions of their own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StorageSweep {

  private static final System.Logger LOG = System.getLogger(StorageSweep.class.getName());
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject ItemPartitions days;
  @Inject EraseDiscarded eraseDiscarded;
  @Resource TimerService timers;

  @Inject
  @ConfigProperty(name = "tiankong.erase.after", defaultValue = "P2D")
  Duration grace;

  /** Not as a part of the start, which would wait for whoever reads a table that is to go. */
  @PostConstruct
  void begin() {
    timers.createIntervalTimer(0, HOUR.toMillis(), new TimerConfig(null, false));
  }

  @Timeout
  void sweep() {
    Outage.skips(this::giveBack);
  }

  private void giveBack() {
    days.makeTables();
    List<String> dropped = days.dropForgotten();
    if (!dropped.isEmpty()) {
      LOG.log(INFO, "Dropped {0}: none of their batches is left", dropped);
    }
    while (eraseDiscarded.next(grace)) {
      // A lot at a time, so that nobody waits for long.
    }
  }
}
