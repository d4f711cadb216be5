package dev.tiankong.openai;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Ends batches: those whose work is done, and those whose time is over. */
@ApplicationScoped
class EndBatches {

  private static final System.Logger LOG = System.getLogger(EndBatches.class.getName());

  @Inject OpenAiBatches batches;
  @Inject ChangeBatch change;
  @Inject StopBatch stop;
  @Inject FinishBatch finishBatch;

  /** Stops those whose time is over. */
  void stopOverdue() {
    each(batches.overdue(), stop::expire);
    each(batches.halfStopped(), stop::cancelParts);
  }

  /** Ends those whose work is done. */
  void finishSettled(BatchSize size) {
    List<UUID> settled = batches.settled(size);
    each(settled, change::finalizeFiles);
    each(settled, finishBatch::finish);
  }

  /** One that cannot be ended must not keep the others from it. */
  private static void each(List<UUID> ids, Consumer<UUID> duty) {
    for (UUID id : ids) {
      try {
        Outage.skips(() -> duty.accept(id));
      } catch (Exception e) {
        LOG.log(ERROR, PublicId.BATCH.of(id) + " could not be ended", e);
      }
    }
  }
}
