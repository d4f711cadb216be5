package dev.tiankong.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * How a queue stood at one time.
 *
 * @param inPerSecond messages that came in since the sample before
 * @param outPerSecond messages that went, whatever became of them
 */
record QueueSample(Instant at, BrokerQueue queue, double inPerSecond, double outPerSecond) {

  private static final double MILLIS = 1_000;

  static QueueSample first(Instant at, BrokerQueue queue) {
    return new QueueSample(at, queue, 0, 0);
  }

  QueueSample next(Instant later, BrokerQueue then) {
    double seconds = Duration.between(at, later).toMillis() / MILLIS;
    return new QueueSample(
        later,
        then,
        rate(then.added() - queue.added(), seconds),
        rate(then.gone() - queue.gone(), seconds));
  }

  // Less than before: the broker was started since, and counts anew. So does a clock set back.
  private static double rate(long messages, double seconds) {
    return messages <= 0 || seconds <= 0 ? 0 : messages / seconds;
  }
}
