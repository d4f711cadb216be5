package dev.tiankong.batch.query;

import dev.tiankong.batch.AttemptOutcome;
import java.time.Instant;

/**
 * An attempt as people see it.
 *
 * @param chunk number of the chunk in its batch, from 0
 * @param attempt number of the attempt at that chunk, from 1
 * @param firstIndex of the chunk's items
 * @param node the server, as in {@code TIANKONG_NODE}
 * @param worker number of the worker on that server, from 1
 * @param endedAt null while it is running
 * @param error null if it ended without one
 * @param detail the stack trace, abbreviated; null without an error
 */
public record AttemptRecord(
    int chunk,
    int attempt,
    int firstIndex,
    int lastIndex,
    String node,
    int worker,
    Instant startedAt,
    Instant endedAt,
    AttemptOutcome outcome,
    String error,
    String detail) {

  /** Where one stands in a list that has the latest first. */
  public record Place(Instant at, int chunk, int attempt) {}

  public Place place() {
    return new Place(startedAt, chunk, attempt);
  }
}
