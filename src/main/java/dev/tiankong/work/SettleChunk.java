package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.AttemptOutcome;
import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.ItemCounts;
import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.OpenItem;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.batch.store.ItemResult;
import dev.tiankong.batch.store.SharedResults;
import dev.tiankong.batch.store.StoreResults;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends a chunk with a result for each of its items, and sends the next chunks in its place. The
 * batch's counts follow after the commit ({@link ResultCounter}).
 */
@ApplicationScoped
class SettleChunk {

  private static final System.Logger LOG = System.getLogger(SettleChunk.class.getName());

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject ChunkAttempts history;
  @Inject StoreResults storeResults;
  @Inject SharedResults shared;
  @Inject DispatchWindow window;

  @Inject
  @ConfigProperty(name = "tiankong.max.delivery.attempts", defaultValue = "4")
  int attempts;

  /**
   * Keeps a worker's results, in the transaction that also acknowledges the chunk's message.
   *
   * @param answers one for each text of the claimed chunk, in the same order
   * @return empty when another attempt has begun or ended since: nothing was kept
   */
  @Transactional(TxType.MANDATORY)
  Optional<ItemCounts> finish(ClaimedChunk claimed, List<TextAnswer> answers) {
    Chunk chunk = chunks.lock(claimed.id()).orElse(null);
    if (chunk == null || !chunk.isHeldBy(claimed.attempt())) {
      history.end(claimed, AttemptOutcome.OVERTAKEN);
      return Optional.empty();
    }
    Batch batch = batchOf(chunk);
    ItemCounts counts =
        store(
            batch,
            chunk,
            IntStream.range(0, answers.size())
                .mapToObj(i -> result(claimed.id(), claimed.items().get(i), answers.get(i)))
                .toList());
    chunk.finish(counts.succeeded(), counts.failed());
    shared.remember(claimed, answers);
    history.end(claimed, AttemptOutcome.SUCCEEDED);
    window.refill(batch.owner());
    // Whatever the database refuses, it refuses here, where the worker hears of it.
    entityManager.flush();
    LOG.log(DEBUG, "Chunk {0} is settled by attempt {1}", claimed.id(), claimed.attempt());
    return Optional.of(counts);
  }

  /**
   * Answers every item that is still pending with an error, once the attempts are used up. In a
   * transaction of its own: a message that comes twice finds the chunk final.
   *
   * @return empty when the chunk has attempts left, or needs none
   */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<ItemCounts> giveUpIfExhausted(ChunkId id) {
    Chunk chunk = chunks.lock(id).orElse(null);
    if (chunk == null || !chunk.isQueued() || chunk.failures() < attempts) {
      return Optional.empty();
    }
    history.lose(id);
    Batch batch = batchOf(chunk);
    TextAnswer failure = TextAnswer.failed(exhausted(chunk));
    ItemCounts counts =
        store(
            batch,
            chunk,
            chunks.openItems(batch, chunk).stream()
                .map(item -> result(id, item, failure))
                .toList());
    chunk.fail(counts.failed());
    window.refill(batch.owner());
    return Optional.of(counts);
  }

  private Batch batchOf(Chunk chunk) {
    return entityManager.find(Batch.class, chunk.id().batchId());
  }

  private static ItemResult result(ChunkId id, OpenItem item, TextAnswer answer) {
    return new ItemResult(new ItemId(id.batchId(), item.index()), answer);
  }

  private ItemError exhausted(Chunk chunk) {
    String cause = history.lastError(chunk.id()).orElse("the worker did not answer");
    return new ItemError(
        ItemErrorCode.ATTEMPTS_EXHAUSTED,
        Sentence.of(
                "All {attempts} attempts failed; the last error was: {cause}. Retry the batch when the cause is fixed.")
            .with("attempts", chunk.failures())
            .with("cause", cause));
  }

  /** Returns how many there are, those of duplicates included. */
  private ItemCounts store(Batch batch, Chunk chunk, List<ItemResult> results) {
    storeResults.store(results);
    int succeeded = (int) results.stream().filter(r -> r.state() == ItemState.SUCCEEDED).count();
    ItemCounts counts = new ItemCounts(succeeded, results.size() - succeeded);
    return batch.hasDuplicates() ? counts.plus(shared.copyToDuplicates(chunk)) : counts;
  }
}
