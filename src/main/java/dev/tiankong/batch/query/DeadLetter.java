package dev.tiankong.batch.query;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.task.ItemError;
import java.time.Instant;
import java.util.UUID;

/**
 * A chunk that was given up.
 *
 * @param first the first of its texts that has no answer for that reason
 * @param items how many have none, those that share the text included
 * @param attempts that came to nothing
 * @param at when it was given up
 */
public record DeadLetter(ChunkId chunk, Text first, int items, int attempts, Instant at) {

  /**
   * @param index place in the batch, from 0
   * @param text its beginning
   * @param error what became of the last attempt
   */
  public record Text(int index, String text, ItemError error) {}

  /** Where one stands in a list that has the newest first. */
  public record Place(Instant at, UUID batchId, int number) {

    /** Before all of them. */
    public static final Place START =
        new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1), Integer.MAX_VALUE);
  }

  public Place place() {
    return new Place(at, chunk.batchId(), chunk.number());
  }
}
