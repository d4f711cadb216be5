package dev.tiankong.batch.store;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.duties.Duty;
import dev.tiankong.duties.ForEach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deletes batches whose time is over. */
@ApplicationScoped
class ExpiredBatchesDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(ExpiredBatchesDuty.class.getName());

  @Inject DeleteExpired deleteExpired;

  @Override
  public String name() {
    return "delete-expired-batches";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    List<UUID> deleted = new ArrayList<>();
    try {
      ForEach.of(
          deleteExpired.due(),
          id -> {
            if (deleteExpired.delete(id)) {
              deleted.add(id);
            }
          });
    } finally {
      if (!deleted.isEmpty()) {
        LOG.log(INFO, "Deleted {0} batches whose time was over", deleted.size());
      }
    }
  }
}
