package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Adds what chunks ended with to the counts of their batch; the last one closes it.
 *
 * <p>After the transaction that ended the chunk rather than in it: that one talks to two disks
 * before it lets go of its locks, and the batch's row would be a gate that one chunk at a time goes
 * through. Whoever comes here takes along what others left.
 */
@ApplicationScoped
public class CountResults {

  @PersistenceContext EntityManager entityManager;
  @Inject BatchEventPublisher tell;
  @Inject DatabaseClock clock;

  /** In a transaction of its own, which waits for nobody's disk but its own. */
  @Transactional(TxType.REQUIRES_NEW)
  public void count(UUID batchId) {
    Batch batch = entityManager.find(Batch.class, batchId, LockModeType.PESSIMISTIC_WRITE);
    if (batch != null) {
      count(batch);
      tell.of(batch);
    }
  }

  /** Brings a batch up to date whose lock the caller has. */
  public void count(Batch batch) {
    Tuple sums =
        (Tuple)
            entityManager
                .createNativeQuery(
                    """
                    with news as (
                      update chunk set counted = true
                      where batch_id = :batch and not counted
                      returning succeeded, failed, recalled, attempt
                    )
                    select
                      coalesce(sum(succeeded), 0) as succeeded,
                      coalesce(sum(failed), 0) as failed,
                      coalesce(sum(recalled), 0) as recalled,
                      coalesce(sum(attempt), 0) as attempts,
                      count(*) as chunks
                    from news
                    """,
                    Tuple.class)
                .setParameter("batch", batch.id())
                .getSingleResult();
    Instant now = clock.now();
    int attempts = sums.get("attempts", Long.class).intValue();
    batch.countAttempts(attempts, attempts - sums.get("chunks", Long.class).intValue());
    batch.countHits(sums.get("recalled", Long.class).intValue(), now);
    batch.count(
        sums.get("succeeded", Long.class).intValue(),
        sums.get("failed", Long.class).intValue(),
        now);
  }

  /** Batches with something to add, which is a moment's matter unless a server died in it. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<UUID> pending() {
    return entityManager
        .createNativeQuery("select distinct batch_id from chunk where not counted", UUID.class)
        .getResultList();
  }
}
