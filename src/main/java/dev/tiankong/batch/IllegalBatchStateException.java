package dev.tiankong.batch;

import java.util.UUID;

/** What was asked for is not possible with a batch in this state. */
public class IllegalBatchStateException extends IllegalStateException {

  IllegalBatchStateException(UUID batch, BatchState state, String verb) {
    super("Batch %s is %s: it cannot be %s.".formatted(batch, state, verb));
  }
}
