package dev.tiankong.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;

/** Timers whose buckets reach from a millisecond to a minute, all alike. */
final class Latency {

  private static final int[] MILLISECONDS = {
    1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000
  };

  private Latency() {}

  static Timer.Builder timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            IntStream.of(MILLISECONDS).mapToObj(Duration::ofMillis).toArray(Duration[]::new));
  }
}
