package dev.tiankong.work;

import dev.tiankong.batch.ItemCounts;
import java.time.Duration;

/** What workers tell those who measure them. */
public sealed interface WorkEvent {

  /**
   * A worker has claimed a chunk.
   *
   * @param recalled texts that had their answer from an earlier batch
   */
  record ChunkClaimed(int recalled) implements WorkEvent {}

  /**
   * @param time from the claim until the results were handed to the database
   */
  record AttemptEnded(Duration time, boolean succeeded) implements WorkEvent {}

  /**
   * The results of a chunk are committed.
   *
   * @param givenUp whether its attempts were used up
   * @param items those with a result now, except for the recalled ones
   */
  record ChunkEnded(boolean givenUp, ItemCounts items) implements WorkEvent {}
}
