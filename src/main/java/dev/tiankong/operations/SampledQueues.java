package dev.tiankong.operations;

import dev.tiankong.metrics.QueueFigures;
import dev.tiankong.metrics.WatchedQueues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The queues as the last sample has them, so that nobody waits for a broker that is away. */
@ApplicationScoped
class SampledQueues implements WatchedQueues {

  /** Three samples were missed. */
  private static final Duration STALE = Duration.ofSeconds(30);

  @Inject QueueHistory history;
  @Inject Clock clock;

  @Override
  public List<QueueFigures> figures() {
    return history.latestSince(clock.instant().minus(STALE)).stream()
        .map(QueueSample::queue)
        // Others call their subscriptions as they like, and each name would be a series of its own.
        .filter(queue -> !queue.isSubscription())
        .map(SampledQueues::figures)
        .toList();
  }

  private static QueueFigures figures(BrokerQueue queue) {
    return new QueueFigures(
        queue.name(), queue.depth(), queue.inDelivery(), queue.consumers(), queue.isPaused());
  }
}
