package dev.tiankong.batch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Deletes the texts and results of deleted batches whose day is not dropped soon, because other
 * batches of it are kept.
 */
@ApplicationScoped
public class EraseDiscarded {

  @PersistenceContext EntityManager entityManager;

  /**
   * Deletes some rows of one batch, in a transaction of its own: a small one.
   *
   * @param grace how long ago a batch was deleted at least
   * @return whether there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next(Duration grace) {
    List<UUID> discarded =
        entityManager
            .createNativeQuery(
                """
                select batch_id from discarded_batch
                where discarded_at <= now() - make_interval(secs => :grace)
                order by discarded_at
                limit 1
                -- Another node that sweeps, too, takes the next one.
                for update skip locked
                """,
                UUID.class)
            .setParameter("grace", grace.toSeconds())
            .getResultList();
    discarded.forEach(this::erase);
    return !discarded.isEmpty();
  }

  private void erase(UUID batchId) {
    if (eraseFrom("item_result", batchId) + eraseFrom("item", batchId) == 0) {
      entityManager
          .createNativeQuery("delete from discarded_batch where batch_id = :batch")
          .setParameter("batch", batchId)
          .executeUpdate();
    }
  }

  private int eraseFrom(String table, UUID batchId) {
    return entityManager
        .createNativeQuery(
            """
            delete from %1$s
            where batch_id = :batch and index in (
              select index from %1$s where batch_id = :batch limit 10000
            )
            """
                .formatted(table))
        .setParameter("batch", batchId)
        .executeUpdate();
  }
}
