package dev.tiankong.overview;

import dev.tiankong.metrics.QueueFigures;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that can be alarming.
 *
 * @param checks of what the server needs, by name, with what is wrong
 * @param trouble empty while the database is away
 * @param queues those that concern whoever asks; none while the broker does not tell
 */
record Situation(
    Map<String, Optional<String>> checks,
    Optional<Trouble> trouble,
    List<QueueFigures> queues,
    Collection<Disk> disks) {

  /** What every chunk goes through. */
  static final String WORK = "tiankong.work";

  /** Messages with submits that nobody could take in. */
  private static final String DEAD_SUBMITS = "tiankong.submit.dead";

  boolean hasWorkers() {
    return named(WORK).anyMatch(queue -> queue.consumers() > 0);
  }

  long deadSubmits() {
    return named(DEAD_SUBMITS).mapToLong(QueueFigures::messages).sum();
  }

  List<String> pausedQueues() {
    return queues.stream().filter(QueueFigures::paused).map(QueueFigures::name).toList();
  }

  private Stream<QueueFigures> named(String name) {
    return queues.stream().filter(queue -> queue.name().equals(name));
  }
}
