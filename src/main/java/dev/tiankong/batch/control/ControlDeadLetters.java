package dev.tiankong.batch.control;

import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.IllegalBatchStateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Retries dead-lettered chunks, or takes them out of the list. */
@ApplicationScoped
public class ControlDeadLetters {

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject ControlBatch control;

  /**
   * Tries one again.
   *
   * @return false if there is none (any more) in that place
   * @throws IllegalBatchStateException if its batch was cancelled
   */
  public boolean retry(ChunkId id) {
    return control.retryDeadLetter(id);
  }

  /**
   * Tries all again, batch by batch, each in a transaction of its own: no lock is held for long.
   *
   * @return how many chunks
   */
  public int retryAll() {
    return batches().stream().mapToInt(this::retryAll).sum();
  }

  private int retryAll(UUID batchId) {
    try {
      return control.retryDeadLetters(batchId);
    } catch (IllegalBatchStateException e) {
      // Cancelled a moment ago: what it had are no dead letters any more.
      return 0;
    }
  }

  private List<UUID> batches() {
    return entityManager
        .createNativeQuery("select distinct batch_id from dead_letter", UUID.class)
        .getResultList();
  }

  /**
   * Takes one out of the list. Its texts keep their error.
   *
   * @return false if there is none (any more) in that place
   */
  @Transactional
  public boolean discard(ChunkId id) {
    return chunks
        .lock(id)
        .filter(Chunk::isDeadLetter)
        .map(
            chunk -> {
              chunk.discard();
              return true;
            })
        .orElse(false);
  }

  /**
   * Takes all out of the list, batch by batch like {@link #retryAll}.
   *
   * @return how many chunks
   */
  public int discardAll() {
    return batches().stream().mapToInt(control::discardDeadLetters).sum();
  }
}
