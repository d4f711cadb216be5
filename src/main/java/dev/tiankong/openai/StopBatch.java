package dev.tiankong.openai;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.IllegalBatchStateException;
import dev.tiankong.batch.control.ControlBatch;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Stops the work of a batch. What is interrupted at it is done by the next round. */
@ApplicationScoped
class StopBatch {

  @Inject OpenAiBatches batches;
  @Inject ChangeBatch change;
  @Inject ControlBatch control;

  /**
   * @throws Refusal if it ended in another way
   */
  void cancel(UUID id) {
    change.cancel(id);
    cancelParts(id);
  }

  void expire(UUID id) {
    change.expire(id);
    cancelParts(id);
  }

  /** Each in a transaction of its own: who holds a batch's lock must not wait for chunks. */
  void cancelParts(UUID id) {
    batches.find(id).map(batches::parts).stream()
        .flatMap(parts -> parts.stream())
        .filter(part -> !part.state().isFinal())
        .map(Batch::id)
        .forEach(this::cancelPart);
  }

  private void cancelPart(UUID part) {
    try {
      control.cancel(part);
    } catch (IllegalBatchStateException e) {
      // It ended by itself in this moment.
    }
  }
}
