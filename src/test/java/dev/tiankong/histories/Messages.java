package dev.tiankong.histories;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.dispatch.WorkQueue;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The queue between the database and the workers, in the hands of a test: it decides which message
 * comes next, and which is lost or comes twice. What is sent is sent when its transaction commits.
 */
@Vetoed
final class Messages implements WorkQueue {

  private final List<Transactions> transactions = new ArrayList<>();
  private final List<ChunkId> waiting = new ArrayList<>();

  void sentIn(Transactions those) {
    transactions.add(those);
  }

  @Override
  public void enqueue(ChunkId chunk, int priority) {
    transactions.stream()
        .filter(Transactions::areActive)
        .findFirst()
        .orElseThrow()
        .afterCommit(() -> add(chunk));
  }

  synchronized void add(ChunkId chunk) {
    waiting.add(chunk);
  }

  /** Takes one out, by its place. */
  synchronized ChunkId take(int place) {
    return waiting.remove(place);
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized void clear() {
    waiting.clear();
  }

  @Override
  public synchronized boolean holds(ChunkId chunk) {
    return waiting.contains(chunk);
  }

  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }
}
