package dev.tiankong.batch;

import dev.tiankong.batch.SharedResults.Counts;
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
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends a chunk, in the transaction that also acknowledges its message: results, counts and the
 * message that follows are kept together or not at all.
 */
@ApplicationScoped
public class SettleChunk {

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject SharedResults shared;
  @Inject DispatchWindow window;
  @Inject TellEvents tell;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.max.delivery.attempts", defaultValue = "4")
  int attempts;

  /**
   * Keeps a worker's results.
   *
   * @param answers one for each text of the claimed chunk, in the same order
   * @return false when another attempt has begun or ended since: nothing was kept
   */
  @Transactional(TxType.MANDATORY)
  public boolean finish(ClaimedChunk claimed, List<TextAnswer> answers) {
    Chunk chunk = chunks.lock(claimed.id()).orElse(null);
    if (chunk == null || !chunk.isHeldBy(claimed.attempt())) {
      return false;
    }
    chunk.finish();
    UUID batchId = claimed.id().batchId();
    record(
        chunk,
        IntStream.range(0, answers.size())
            .mapToObj(
                i -> new ItemResult(new ItemId(batchId, claimed.indexes().get(i)), answers.get(i)))
            .toList());
    shared.remember(chunk);
    // Whatever the database has to say is said here, where the worker hears it.
    entityManager.flush();
    return true;
  }

  /**
   * Answers every item that is still pending with an error, once the attempts are used up. In a
   * transaction of its own: a message that comes twice finds the chunk final.
   *
   * @return false when the chunk has attempts left, or needs none
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean giveUpIfExhausted(ChunkId id) {
    Chunk chunk = chunks.lock(id).orElse(null);
    if (chunk == null || !chunk.isQueued() || chunk.failures() < attempts) {
      return false;
    }
    TextAnswer failure = TextAnswer.failed(exhausted(chunk));
    chunk.fail();
    record(
        chunk,
        chunks.pendingItems(chunk).stream()
            .map(item -> new ItemResult(item.id(), failure))
            .toList());
    return true;
  }

  private static ItemError exhausted(Chunk chunk) {
    String cause = chunk.lastError() == null ? "the worker did not answer" : chunk.lastError();
    return new ItemError(
        ItemError.ATTEMPTS_EXHAUSTED,
        "Given up after %d attempts; the last one ended with: %s. Retry the batch once the cause is"
                .formatted(chunk.failures(), cause)
            + " mended.");
  }

  private void record(Chunk chunk, List<ItemResult> results) {
    results.forEach(entityManager::persist);
    entityManager.flush();
    Counts twins = shared.copyToTwins(chunk);
    int succeeded = (int) results.stream().filter(r -> r.state() == ItemState.SUCCEEDED).count();
    int failed = results.size() - succeeded;
    UUID batchId = chunk.id().batchId();
    Batch batch = entityManager.find(Batch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
    batch.countAttempts(chunk.attempt(), chunk.attempt() - 1);
    batch.count(succeeded + twins.succeeded(), failed + twins.failed(), clock.instant());
    window.fill(batch.owner());
    tell.of(batch);
  }
}
