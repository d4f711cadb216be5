package dev.tiankong.webhook;

import java.time.Duration;

/**
 * How a receiver is asked again that does not take a delivery: after a time that grows.
 *
 * @param first after the first try
 * @param period for how long it is tried at all
 */
record RetryPlan(Duration first, Duration period) {

  private static final int FACTOR = 3;
  private static final Duration LONGEST = Duration.ofHours(12);

  /**
   * @param tries that failed, at least one
   */
  Duration delayAfter(int tries) {
    Duration delay = first;
    for (int i = 1; i < tries && delay.compareTo(LONGEST) < 0; i++) {
      delay = delay.multipliedBy(FACTOR);
    }
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
