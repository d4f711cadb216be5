package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Halves a chunk whose attempt came to nothing. One of its texts may be to blame, up to taking the
 * whole JVM with it: after as many halvings as the chunk's size has binary digits that text is
 * alone, and the others have their answers.
 */
@ApplicationScoped
class SplitChunk {

  @PersistenceContext EntityManager entityManager;
  @Inject DispatchWindow window;

  /**
   * @param open the items without a result, at least two
   */
  void split(Chunk chunk, List<OpenItem> open) {
    // The lock keeps another split from taking the same numbers, and the counts as they are.
    entityManager.flush();
    Batch batch = entityManager.find(Batch.class, chunk.id().batchId());
    entityManager.refresh(batch, LockModeType.PESSIMISTIC_WRITE);
    batch.countAttempts(chunk.attempt(), chunk.attempt());
    int number =
        entityManager
            .createQuery(
                "select max(c.id.number) + 1 from Chunk c where c.id.batchId = :batch",
                Integer.class)
            .setParameter("batch", chunk.id().batchId())
            .getSingleResult();
    int middle = open.get(open.size() / 2 - 1).index();
    List<Chunk> halves = chunk.split(middle, number);
    halves.forEach(entityManager::persist);
    entityManager.flush();
    // With messages of their own: the deliveries of the old one are nearly used up.
    window.replace(halves);
  }
}
