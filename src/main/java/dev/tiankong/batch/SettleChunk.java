package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Ends a chunk, in the transaction that also acknowledges its message: results, counts and the
 * message that follows are kept together or not at all.
 */
@ApplicationScoped
public class SettleChunk {

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject DispatchWindow window;
  @Inject Clock clock;

  /**
   * Keeps a worker's results.
   *
   * @param results one for each item of the claimed chunk
   * @return false when another attempt has begun or ended since: nothing was kept
   */
  @Transactional(TxType.MANDATORY)
  public boolean finish(ClaimedChunk claimed, List<ItemResult> results) {
    Chunk chunk = chunks.lock(claimed.id()).orElse(null);
    if (chunk == null || !chunk.isHeldBy(claimed.attempt())) {
      return false;
    }
    chunk.finish();
    record(claimed.id().batchId(), results);
    return true;
  }

  /**
   * Answers every item that is still pending with an error, after the last attempt.
   *
   * @return false when the chunk is final already, or gone
   */
  @Transactional(TxType.MANDATORY)
  public boolean giveUp(ChunkId id) {
    Chunk chunk = chunks.lock(id).orElse(null);
    if (chunk == null || chunk.isFinal()) {
      return false;
    }
    ItemError error = exhausted(chunk);
    chunk.fail();
    record(
        id.batchId(),
        chunks.pendingItems(chunk).stream()
            .map(item -> ItemResult.failed(item.id(), error))
            .toList());
    return true;
  }

  private static ItemError exhausted(Chunk chunk) {
    String cause = chunk.lastError() == null ? "the worker did not answer" : chunk.lastError();
    return new ItemError(
        "ATTEMPTS_EXHAUSTED",
        "Given up after %d attempts; the last one ended with: %s. Submit the text again once the"
                .formatted(chunk.attempt(), cause)
            + " cause is mended.");
  }

  private void record(UUID batchId, List<ItemResult> results) {
    results.forEach(entityManager::persist);
    long succeeded = results.stream().filter(r -> r.state() == ItemState.SUCCEEDED).count();
    Batch batch = entityManager.find(Batch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
    batch.count((int) succeeded, (int) (results.size() - succeeded), clock.instant());
    window.advance(batchId);
  }
}
