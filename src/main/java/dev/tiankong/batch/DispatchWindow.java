package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many chunks of one batch are in the queue at a time. A small window keeps the queue short: a
 * batch of ten texts waits behind a few chunks of a huge one, not behind all of it.
 */
@ApplicationScoped
class DispatchWindow {

  private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
  private static final int SKIP_LOCKED = -2;

  @PersistenceContext EntityManager entityManager;
  @Inject WorkQueue queue;

  @Inject
  @ConfigProperty(name = "tiankong.dispatch.window", defaultValue = "8")
  int size;

  /** Sends the first of new chunks, whose rows are written already. */
  void open(List<Chunk> chunks) {
    chunks.stream().limit(size).forEach(this::send);
  }

  /**
   * Sends the next chunk in place of one that left the window. The caller holds the batch's lock.
   */
  void advance(Batch batch) {
    if (batch.state() == BatchState.RUNNING) {
      sendReady(batch.id(), 1);
    }
  }

  /** Sends as many chunks as there is room for. The caller holds the batch's lock. */
  void fill(UUID batchId) {
    long queued =
        entityManager
            .createQuery(
                "select count(c) from Chunk c where c.id.batchId = :batch and c.state = QUEUED",
                Long.class)
            .setParameter("batch", batchId)
            .getSingleResult();
    if (queued < size) {
      sendReady(batchId, size - (int) queued);
    }
  }

  private void sendReady(UUID batchId, int most) {
    entityManager
        .createQuery(
            """
            select c from Chunk c
            where c.id.batchId = :batch and c.state = READY
            order by c.id.number
            """,
            Chunk.class)
        .setParameter("batch", batchId)
        .setMaxResults(most)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        // Those that a cancel has are not waited for: it waits for the batch.
        .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .getResultList()
        .forEach(this::send);
  }

  private void send(Chunk chunk) {
    chunk.enqueue();
    queue.enqueue(chunk.id());
  }
}
