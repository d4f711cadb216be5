package dev.tiankong.openai;

import dev.tiankong.duties.ForEach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends batches: those whose work is done, and those whose time is over. */
@ApplicationScoped
class EndBatches {

  @Inject OpenAiBatches batches;
  @Inject ChangeBatch change;
  @Inject StopBatch stop;
  @Inject FinishBatch finishBatch;

  /** Stops those whose time is over. */
  void stopOverdue() {
    ForEach.of(batches.overdue(), stop::expire);
  }

  /** Ends the work of those that are being stopped. */
  void cancelStopped() {
    ForEach.of(batches.halfStopped(), stop::cancelParts);
  }

  /** Ends those whose work is done. */
  void finishSettled(BatchSize size) {
    ForEach.of(
        batches.settled(size),
        id -> {
          change.finalizeFiles(id);
          finishBatch.finish(id);
        });
  }
}
