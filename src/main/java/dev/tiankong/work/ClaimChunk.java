package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.OpenItem;
import dev.tiankong.batch.WorkerId;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.batch.store.SharedResults;
import dev.tiankong.conflict.RepeatOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a chunk to a worker. In a transaction of its own, so that the attempt stays counted when
 * the work then takes the whole JVM with it.
 */
@ApplicationScoped
class ClaimChunk {

  private static final System.Logger LOG = System.getLogger(ClaimChunk.class.getName());

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject ChunkAttempts attempts;
  @Inject SharedResults shared;
  @Inject DispatchWindow window;

  /**
   * @param worker who asks for it
   * @return empty when there is nothing to do: the chunk is final or waits, so that the message was
   *     a redelivery; or its batch was deleted, is paused, or not due yet
   * @throws IllegalStateException if there is no such chunk yet
   */
  @RepeatOnConflict
  @Transactional(TxType.REQUIRES_NEW)
  Optional<ClaimedChunk> claim(ChunkId id, WorkerId worker) {
    Chunk chunk = chunks.lock(id).orElse(null);
    if (chunk == null && !isDiscarded(id.batchId())) {
      throw new IllegalStateException("There is no chunk " + id + " yet");
    }
    if (chunk != null && chunk.attempt() > 0) {
      attempts.lose(id);
    }
    // One that waits has a message of its own yet to be sent.
    if (chunk == null || !chunk.isQueued()) {
      LOG.log(DEBUG, "Chunk {0} is deleted, final or waiting: nothing to do", id);
      return Optional.empty();
    }
    Batch batch = entityManager.find(Batch.class, id.batchId());
    // Held back, or let go again just now: then it is yet to be begun.
    if (batch.state() != BatchState.RUNNING) {
      chunk.park();
      LOG.log(DEBUG, "Chunk {0} is parked: its batch is {1}", id, batch.state());
      window.fill(batch.owner());
      return Optional.empty();
    }
    List<OpenItem> items = chunks.openItems(batch, chunk);
    int recalled = items.stream().anyMatch(OpenItem::maybeKnown) ? shared.recall(chunk) : 0;
    if (recalled > 0) {
      chunk.countHits(recalled);
      items = chunks.openItems(batch, chunk);
    }
    int attempt = chunk.claim();
    attempts.begin(id, attempt, worker);
    LOG.log(DEBUG, "Chunk {0} is claimed: attempt {1}, {2} texts", id, attempt, items.size());
    return Optional.of(
        new ClaimedChunk(id, attempt, batch.task(), batch.options(), recalled, items));
  }

  /** If not, its rows are yet to come: recovery commits what a database that died owes. */
  private boolean isDiscarded(UUID batchId) {
    return (boolean)
        entityManager
            .createNativeQuery(
                "select exists (select from discarded_batch where batch_id = :batch)",
                Boolean.class)
            .setParameter("batch", batchId)
            .getSingleResult();
  }

  /**
   * A chunk before anybody claims it.
   *
   * @param failures attempts so far that failed and are not excused
   * @param started whether its batch is started
   */
  record Prospect(int failures, boolean started) {

    Prospect(Chunk chunk, BatchState batch) {
      this(chunk.failures(), batch != BatchState.QUEUED);
    }
  }

  /** Looks without a transaction, which would take longer to begin and to end. */
  @Transactional(TxType.NOT_SUPPORTED)
  Optional<Prospect> look(ChunkId id) {
    return entityManager
        .createQuery(
            """
            select new dev.tiankong.work.ClaimChunk$Prospect(c, b.state)
            from Chunk c join Batch b on b.id = c.id.batchId
            where c.id = :id
            """,
            Prospect.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }
}
