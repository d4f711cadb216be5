package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What somebody can do with a batch that was submitted. Doing it twice is doing it once.
 *
 * <p>Whoever needs both locks takes those of chunks before that of their batch, and waits for no
 * chunk once it has the batch's; otherwise two workers and a cancel could wait for each other.
 */
@ApplicationScoped
public class ControlBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject CountResults results;
  @Inject DispatchWindow window;
  @Inject TellEvents tell;
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
    chunks.cancelOpen(id);
    return locked(
        id,
        batch -> {
          results.count(batch);
          batch.cancel(clock.now());
          window.fill(batch.owner());
        });
  }

  /**
   * Tries the texts again whose every attempt failed. Those that the task refused stay refused: it
   * would refuse them again.
   *
   * @throws IllegalBatchStateException if it was cancelled
   */
  @Transactional
  public Optional<Batch> retry(UUID id) {
    return retry(id, chunks.retryFailed(id));
  }

  /**
   * The same, without the dead letters that somebody discarded.
   *
   * @return how many chunks are to be tried again
   * @throws IllegalBatchStateException if it was cancelled
   */
  @Transactional
  public int retryDeadLetters(UUID id) {
    RetriedChunks retried = chunks.retryDeadLetters(id);
    retry(id, retried);
    return retried.chunks();
  }

  /**
   * The same for one dead letter.
   *
   * @return false if there is none (any more) in that place
   * @throws IllegalBatchStateException if its batch was cancelled
   */
  @Transactional
  public boolean retryDeadLetter(ChunkId id) {
    RetriedChunks retried = chunks.retryDeadLetter(id);
    retry(id.batchId(), retried);
    return retried.chunks() > 0;
  }

  private Optional<Batch> retry(UUID id, RetriedChunks retried) {
    return locked(
        id,
        batch -> {
          batch.retry(retried);
          window.fill(batch.owner());
        });
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

  private Optional<Batch> locked(UUID id, Consumer<Batch> change) {
    Optional<Batch> batch =
        Optional.ofNullable(entityManager.find(Batch.class, id, LockModeType.PESSIMISTIC_WRITE));
    batch.ifPresent(change);
    batch.ifPresent(tell::of);
    return batch;
  }
}
