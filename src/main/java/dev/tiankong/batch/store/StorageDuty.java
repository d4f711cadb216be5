package dev.tiankong.batch.store;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the tables of the next days, and gives back the room that deleted batches take. */
@ApplicationScoped
class StorageDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(StorageDuty.class.getName());

  @Inject ItemPartitions partitions;
  @Inject EraseDiscarded eraseDiscarded;

  @Inject
  @ConfigProperty(name = "tiankong.erase.after", defaultValue = "P2D")
  Duration grace;

  @Override
  public String name() {
    return "reclaim-storage";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    partitions.makeTables();
    List<String> dropped = partitions.dropForgotten();
    if (!dropped.isEmpty()) {
      LOG.log(INFO, "Dropped {0}: all their batches are deleted", dropped);
    }
    while (eraseDiscarded.next(grace) && !Thread.currentThread().isInterrupted()) {
      // A lot at a time, so that nobody waits for long.
    }
  }
}
