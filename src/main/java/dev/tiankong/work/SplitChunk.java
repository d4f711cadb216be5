package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.OpenItem;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.conflict.RepeatOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Halves a chunk whose attempt came to nothing. One of its texts may be to blame, up to taking the
 * whole JVM with it: after as many halvings as the chunk's size has binary digits that text is
 * alone, and the others have their answers.
 */
@ApplicationScoped
class SplitChunk {

  private static final System.Logger LOG = System.getLogger(SplitChunk.class.getName());

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject ChunkAttempts attempts;
  @Inject DispatchWindow window;

  /**
   * Splits a chunk that has failed, in a transaction of its own. The batch's lock comes first: the
   * new chunks are neither missed by somebody who cancels or deletes the batch, nor numbered twice.
   *
   * @return false when there is nothing to split: no attempt failed, a single text is open, or
   *     nobody may work on the chunk at present
   */
  @RepeatOnConflict
  @Transactional(TxType.REQUIRES_NEW)
  boolean splitIfFailed(ChunkId id) {
    Batch batch = entityManager.find(Batch.class, id.batchId(), LockModeType.PESSIMISTIC_WRITE);
    if (batch == null || batch.state() != BatchState.RUNNING) {
      return false;
    }
    Chunk chunk = chunks.lock(id).orElse(null);
    if (chunk == null || !chunk.isQueued() || chunk.failures() == 0) {
      return false;
    }
    List<OpenItem> open = chunks.openItems(batch, chunk);
    if (open.size() < 2) {
      return false;
    }
    split(batch, chunk, open);
    return true;
  }

  private void split(Batch batch, Chunk chunk, List<OpenItem> open) {
    attempts.lose(chunk.id());
    batch.countAttempts(chunk.attempt(), chunk.attempt());
    int number =
        entityManager
            .createQuery(
                "select max(c.id.number) + 1 from Chunk c where c.id.batchId = :batch",
                Integer.class)
            .setParameter("batch", batch.id())
            .getSingleResult();
    int middle = open.get(open.size() / 2 - 1).index();
    List<Chunk> halves = chunk.split(middle, number);
    halves.forEach(entityManager::persist);
    entityManager.flush();
    // With messages of their own: the deliveries of the old one are nearly used up.
    window.replace(halves);
    LOG.log(DEBUG, "Chunk {0} is split after attempt {1}", chunk.id(), chunk.attempt());
  }
}
