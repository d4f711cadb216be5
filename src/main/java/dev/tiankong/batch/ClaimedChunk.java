package dev.tiankong.batch;

import java.util.List;

/**
 * A chunk in the hands of one worker.
 *
 * @param attempt the fencing token: a result is taken only while this is the latest attempt
 * @param indexes of the items that wait for an answer, in input order
 * @param texts theirs
 */
public record ClaimedChunk(
    ChunkId id, int attempt, BatchOptions options, List<Integer> indexes, List<String> texts) {

  public ClaimedChunk {
    indexes = List.copyOf(indexes);
    texts = List.copyOf(texts);
  }
}
