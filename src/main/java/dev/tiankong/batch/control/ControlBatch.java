package dev.tiankong.batch.control;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchEventPublisher;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.CountResults;
import dev.tiankong.batch.DatabaseClock;
import dev.tiankong.batch.IllegalBatchStateException;
import dev.tiankong.batch.RetriedChunks;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.conflict.RepeatOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What somebody can do with a batch that was submitted. Doing it twice is doing it once.
 *
 * <p>The batch's lock comes first, then those of its chunks: until the transaction ends, no chunk
 * is added to the batch, and none is counted.
 */
@ApplicationScoped
@RepeatOnConflict
public class ControlBatch {

  /** For one lock. Then the transaction is given up, and repeated after a pause. */
  private static final String LONGEST_WAIT = "500ms";

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject CountResults results;
  @Inject DispatchWindow window;
  @Inject BatchEventPublisher tell;
  @Inject DatabaseClock clock;

  /**
   * Lets no further chunk begin. Those that workers are at are finished.
   *
   * @return empty if there is no such batch; so for all of these
   * @throws IllegalBatchStateException if it is final
   */
  @Transactional
  public Optional<Batch> pause(UUID id) {
    return locked(id, Batch::pause);
  }

  /**
   * @throws IllegalBatchStateException if it is final
   */
  @Transactional
  public Optional<Batch> resume(UUID id) {
    return locked(
        id,
        batch -> {
          batch.resume();
          window.fill(batch.owner());
        });
  }

  /**
   * Ends the batch at once. What workers are at comes to nothing, what was answered is kept.
   *
   * @throws IllegalBatchStateException if it ended in another way
   */
  @Transactional
  public Optional<Batch> cancel(UUID id) {
    return locked(
        id,
        batch -> {
          int hits = chunks.cancelOpen(id);
          results.count(batch);
          batch.countHits(hits, clock.now());
          batch.cancel(clock.now());
          window.fill(batch.owner());
        });
  }

  /**
   * Tries the texts again whose every attempt failed. Those that the task refused stay refused: it
   * would refuse them again.
   *
   * @throws IllegalBatchStateException if it was cancelled, or ended without such a text
   */
  @Transactional
  public Optional<Batch> retry(UUID id) {
    return locked(
        id,
        batch -> {
          // Of one that is open, this may be the same call once more.
          if (retry(batch, chunks.retryFailed(id)) == 0 && batch.state().isFinal()) {
            throw IllegalBatchStateException.nothingToRetry(id, batch.failed());
          }
        });
  }

  /**
   * The same, without the dead letters that somebody discarded.
   *
   * @return how many chunks are to be tried again
   * @throws IllegalBatchStateException if it was cancelled
   */
  @Transactional
  public int retryDeadLetters(UUID id) {
    return chunksOf(id, batch -> retry(batch, chunks.retryDeadLetters(id)));
  }

  /**
   * The same for one dead letter.
   *
   * @return false if there is none (any more) in that place
   * @throws IllegalBatchStateException if its batch was cancelled
   */
  @Transactional
  public boolean retryDeadLetter(ChunkId id) {
    return chunksOf(id.batchId(), batch -> retry(batch, chunks.retryDeadLetter(id))) > 0;
  }

  /** Returns how many chunks. */
  private int retry(Batch batch, RetriedChunks retried) {
    batch.retry(retried);
    window.fill(batch.owner());
    return retried.chunks();
  }

  /**
   * Takes note of all chunks that were given up; their texts stay failed.
   *
   * @return how many
   */
  @Transactional
  public int discardDeadLetters(UUID id) {
    return chunksOf(id, batch -> chunks.discardDeadLetters(id));
  }

  /**
   * Deletes the batch with all its texts and results.
   *
   * @return whether there was one
   * @throws IllegalBatchStateException unless it is final
   */
  @Transactional
  public boolean delete(UUID id) {
    return locked(
            id,
            batch -> {
              batch.delete();
              entityManager.remove(batch);
            })
        .isPresent();
  }

  private int chunksOf(UUID id, ToIntFunction<Batch> change) {
    int[] chunksChanged = {0};
    locked(id, batch -> chunksChanged[0] = change.applyAsInt(batch));
    return chunksChanged[0];
  }

  private Optional<Batch> locked(UUID id, Consumer<Batch> change) {
    waitBriefly();
    Optional<Batch> batch =
        Optional.ofNullable(entityManager.find(Batch.class, id, LockModeType.PESSIMISTIC_WRITE));
    batch.ifPresent(change);
    batch.ifPresent(tell::of);
    return batch;
  }

  /** Whoever waits for a lock holds a connection, which others may need more. */
  private void waitBriefly() {
    entityManager
        .createNativeQuery("select set_config('lock_timeout', :longest, true)")
        .setParameter("longest", LONGEST_WAIT)
        .getSingleResult();
  }
}
