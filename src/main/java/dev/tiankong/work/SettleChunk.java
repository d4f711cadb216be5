package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.AttemptOutcome;
import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkEnded;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemErrorCode;
import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.OpenItem;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.batch.store.ItemResult;
import dev.tiankong.batch.store.SharedResults;
import dev.tiankong.batch.store.SharedResults.Counts;
import dev.tiankong.batch.store.StoreResults;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends a chunk, in the transaction that also acknowledges its message: results, counts and the
 * message that follows are kept together or not at all. The batch learns of it right afterwards.
 */
@ApplicationScoped
public class SettleChunk {

  private static final System.Logger LOG = System.getLogger(SettleChunk.class.getName());

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject ChunkAttempts history;
  @Inject StoreResults storeResults;
  @Inject SharedResults shared;
  @Inject DispatchWindow window;
  @Inject Event<ChunkEnded> ended;

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
      history.end(claimed, AttemptOutcome.OVERTAKEN);
      return false;
    }
    List<ItemResult> results =
        IntStream.range(0, answers.size())
            .mapToObj(i -> result(claimed.id(), claimed.items().get(i), answers.get(i)))
            .toList();
    record(chunk, results, chunk::finish);
    shared.remember(claimed, answers);
    history.end(claimed, AttemptOutcome.SUCCEEDED);
    // Whatever the database has to say is said here, where the worker hears it.
    entityManager.flush();
    LOG.log(DEBUG, "Chunk {0} is settled by attempt {1}", claimed.id(), claimed.attempt());
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
    history.lose(id);
    TextAnswer failure = TextAnswer.failed(exhausted(chunk));
    Batch batch = entityManager.find(Batch.class, id.batchId());
    record(
        chunk,
        chunks.openItems(batch, chunk).stream().map(item -> result(id, item, failure)).toList(),
        (succeeded, failed) -> chunk.fail(failed));
    return true;
  }

  private static ItemResult result(ChunkId id, OpenItem item, TextAnswer answer) {
    return new ItemResult(new ItemId(id.batchId(), item.index()), answer);
  }

  private ItemError exhausted(Chunk chunk) {
    String cause = history.lastError(chunk.id()).orElse("the worker did not answer");
    return new ItemError(
        ItemErrorCode.ATTEMPTS_EXHAUSTED,
        Sentence.of(
                "Given up after {attempts} attempts; the last one ended with: {cause}. Retry the batch once the cause is removed.")
            .with("attempts", chunk.failures())
            .with("cause", cause));
  }

  /** Counts of what succeeded and what failed. */
  private interface End {
    void with(int succeeded, int failed);
  }

  private void record(Chunk chunk, List<ItemResult> results, End end) {
    storeResults.store(results);
    Batch batch = entityManager.find(Batch.class, chunk.id().batchId());
    Counts duplicates = batch.hasDuplicates() ? shared.copyToDuplicates(chunk) : Counts.NONE;
    int succeeded = (int) results.stream().filter(r -> r.state() == ItemState.SUCCEEDED).count();
    int failed = results.size() - succeeded;
    end.with(succeeded + duplicates.succeeded(), failed + duplicates.failed());
    ended.fire(
        new ChunkEnded(
            batch.id(),
            chunk.isGivenUp(),
            succeeded + duplicates.succeeded(),
            failed + duplicates.failed()));
    window.refill(batch.owner());
  }
}
