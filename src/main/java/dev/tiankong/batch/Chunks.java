package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Chunks {

  @PersistenceContext EntityManager entityManager;

  Optional<Chunk> lock(ChunkId id) {
    return Optional.ofNullable(entityManager.find(Chunk.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The chunk's items that wait for a result of their own, in input order. */
  List<Item> pendingItems(Chunk chunk) {
    return entityManager
        .createQuery(
            """
            select i from Item i
            where i.id.batchId = :batch and i.id.index between :first and :last
              and i.sameAs is null
              and not exists (select 1 from ItemResult r where r.id = i.id)
            order by i.id.index
            """,
            Item.class)
        .setParameter("batch", chunk.id().batchId())
        .setParameter("first", chunk.firstIndex())
        .setParameter("last", chunk.lastIndex())
        .getResultList();
  }

  /**
   * Puts all chunks that were given up back to waiting, their attempts excused, and deletes the
   * results that they ended with, those of twins, too. What the task said about a text stays: it
   * would say so again.
   */
  RetriedChunks retryFailed(UUID batchId) {
    Tuple retried =
        (Tuple)
            entityManager
                .createNativeQuery(
                    """
                    with retried as (
                      update chunk set state = 'READY', last_error = null, excused = attempt
                      where batch_id = :batch and state = 'FAILED'
                      returning first_index, last_index, attempt
                    ), forgotten as (
                      delete from item_result r
                      using item i
                      join retried
                        on coalesce(i.same_as, i.index) between first_index and last_index
                      where i.batch_id = :batch
                        and r.batch_id = i.batch_id and r.index = i.index and r.error_code = :code
                      returning r.index
                    )
                    select
                      count(*) as chunks,
                      coalesce(sum(attempt), 0) as attempts,
                      (select count(*) from forgotten) as items
                    from retried
                    """,
                    Tuple.class)
                .setParameter("batch", batchId)
                .setParameter("code", ItemError.ATTEMPTS_EXHAUSTED)
                .getSingleResult();
    return new RetriedChunks(
        retried.get("chunks", Long.class).intValue(),
        retried.get("attempts", Long.class).intValue(),
        retried.get("items", Long.class).intValue());
  }

  /** Ends all chunks that are not final; waits for those that workers are just finishing. */
  void cancelOpen(UUID batchId) {
    entityManager
        .createNativeQuery(
            """
            update chunk set state = 'CANCELLED'
            where batch_id = :batch and state in ('READY', 'QUEUED')
            """)
        .setParameter("batch", batchId)
        .executeUpdate();
  }

  /** Gives every item without a result the one that says so. */
  void cancelPendingItems(UUID batchId) {
    entityManager
        .createNativeQuery(
            """
            insert into item_result (batch_id, index, state)
            select i.batch_id, i.index, 'CANCELLED'
            from item i join batch b on b.id = i.batch_id and b.state = 'CANCELLED'
            where i.batch_id = :batch
            on conflict do nothing
            """)
        .setParameter("batch", batchId)
        .executeUpdate();
  }
}
