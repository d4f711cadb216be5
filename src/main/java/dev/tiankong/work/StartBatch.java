package dev.tiankong.work;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchEventPublisher;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * Starts a batch of which a chunk is about to be claimed. Not part of the claim: all first chunks
 * of a batch come at once, and each would make the next one wait until its claim is on the disk.
 */
@ApplicationScoped
class StartBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject BatchEventPublisher events;
  @Inject DatabaseClock clock;

  /** Does nothing if another worker was faster. */
  @Transactional(TxType.REQUIRES_NEW)
  void start(UUID batchId) {
    Batch batch = entityManager.find(Batch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
    if (batch != null && batch.state() == BatchState.QUEUED) {
      batch.start(clock.now());
      events.of(batch);
    }
  }
}
