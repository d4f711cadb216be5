package dev.tiankong.batch;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.util.UUID;

/**
 * What was asked for is not possible with a batch in this state, which others may have changed in
 * the meantime: they decide whether that matters.
 */
public class IllegalBatchStateException extends Refusal {

  private IllegalBatchStateException(ProblemCode code, Sentence sentence) {
    super(code, sentence);
  }

  IllegalBatchStateException(UUID batch, BatchState state, String verb) {
    this(
        ProblemCode.ILLEGAL_STATE,
        Sentence.of("Batch {batch} is {state}: it cannot be {action}.")
            .with("batch", batch.toString())
            .with("state", state.name())
            .with("action", verb));
  }

  /** No text of the batch failed in a way that another try could change. */
  public static IllegalBatchStateException nothingToRetry(UUID batch, int failed) {
    return new IllegalBatchStateException(
        ProblemCode.NOTHING_TO_RETRY,
        Sentence.of(
                "Batch {batch} has nothing to retry: no text failed because its attempts were used up. Its {failed} failed texts would fail again: correct them and submit them again.")
            .with("batch", batch.toString())
            .with("failed", failed));
  }
}
