package dev.tiankong.batch;

import java.util.List;

/**
 * A chunk in the hands of one worker.
 *
 * @param attempt the fencing token: a result is taken only while this is the latest attempt
 * @param topK candidates to keep for each mask
 * @param items those that have no result yet, in input order
 */
public record ClaimedChunk(ChunkId id, int attempt, int topK, List<Item> items) {

  public ClaimedChunk {
    items = List.copyOf(items);
  }

  public List<String> texts() {
    return items.stream().map(Item::text).toList();
  }
}
