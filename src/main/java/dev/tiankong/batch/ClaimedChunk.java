package dev.tiankong.batch;

import dev.tiankong.task.TaskOptions;
import java.util.List;

/**
 * A chunk in the hands of one worker.
 *
 * @param attempt the fencing token: a result is taken only while this is the latest attempt
 * @param task the name of what is to be done with its texts
 * @param recalled how many of its items had an answer from an earlier batch
 * @param items that wait for an answer, in input order
 */
public record ClaimedChunk(
    ChunkId id, int attempt, String task, TaskOptions options, int recalled, List<OpenItem> items) {

  public ClaimedChunk {
    items = List.copyOf(items);
  }

  /** What the worker is to do, in input order. */
  public List<String> texts() {
    return items.stream().map(OpenItem::text).toList();
  }
}
