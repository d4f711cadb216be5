package dev.tiankong.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a batch goes on.
 *
 * @param progress the part of its items that have their result, 0 to 1
 * @param itemsPerSecond since a worker began, pauses included; empty before the first result
 * @param expectedEnd if it goes on like this; empty unless it is running
 */
public record Pace(
    double progress, Optional<Double> itemsPerSecond, Optional<Instant> expectedEnd) {

  private static final double MILLIS = 1_000;

  public static Pace of(Batch batch, Instant now) {
    int done = batch.succeeded() + batch.failed();
    Optional<Double> rate =
        Optional.ofNullable(batch.startedAt())
            .map(start -> seconds(start, Optional.ofNullable(batch.finishedAt()).orElse(now)))
            .filter(seconds -> seconds > 0 && done > 0)
            .map(seconds -> done / seconds);
    Optional<Instant> end =
        rate.filter(items -> batch.state() == BatchState.RUNNING)
            .map(items -> now.plusMillis(Math.round((batch.total() - done) / items * MILLIS)));
    return new Pace((double) done / batch.total(), rate, end);
  }

  private static double seconds(Instant start, Instant end) {
    return Duration.between(start, end).toMillis() / MILLIS;
  }
}
