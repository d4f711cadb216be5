package dev.tiankong.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The queues in the last hour, as this server saw them; gone when it stops. */
@ApplicationScoped
class QueueHistory {

  static final Duration KEPT = Duration.ofHours(1);

  /** By the broker's names. */
  private final Map<String, Deque<QueueSample>> samples = new HashMap<>();

  synchronized void add(Instant now, List<BrokerQueue> queues) {
    samples
        .keySet()
        .retainAll(queues.stream().map(BrokerQueue::brokersName).collect(Collectors.toSet()));
    for (BrokerQueue queue : queues) {
      Deque<QueueSample> own =
          samples.computeIfAbsent(queue.brokersName(), name -> new ArrayDeque<>());
      own.addLast(own.isEmpty() ? QueueSample.first(now, queue) : own.peekLast().next(now, queue));
      while (own.peekFirst().at().isBefore(now.minus(KEPT))) {
        own.removeFirst();
      }
    }
  }

  /** Oldest first. */
  synchronized List<QueueSample> of(BrokerQueue queue) {
    return List.copyOf(samples.getOrDefault(queue.brokersName(), new ArrayDeque<>()));
  }

  synchronized Optional<QueueSample> latest(BrokerQueue queue) {
    return Optional.ofNullable(samples.get(queue.brokersName())).map(Deque::peekLast);
  }

  /** Of each queue the last one, unless it is older; by the queue's name. */
  synchronized List<QueueSample> latestSince(Instant oldest) {
    return samples.values().stream()
        .map(Deque::peekLast)
        .filter(sample -> !sample.at().isBefore(oldest))
        .sorted(Comparator.comparing(sample -> sample.queue().name()))
        .toList();
  }
}
