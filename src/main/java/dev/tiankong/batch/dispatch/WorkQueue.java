package dev.tiankong.batch.dispatch;

import dev.tiankong.batch.ChunkId;
import java.util.Optional;

/** Wakes a worker for a chunk, as part of the running transaction. */
public interface WorkQueue {

  /**
   * @param priority the batch's; chunks of a higher one overtake those that wait
   * @throws RuntimeException if the queue takes nothing; the transaction must then be given up
   */
  void enqueue(ChunkId chunk, int priority);

  /** Whether a message for the chunk waits to be delivered. */
  boolean holds(ChunkId chunk);

  /** Why nothing can be sent at present; empty when all is well. */
  Optional<String> problem();
}
