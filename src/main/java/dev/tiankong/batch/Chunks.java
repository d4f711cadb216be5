package dev.tiankong.batch;

import dev.tiankong.task.ItemErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class Chunks {

  @PersistenceContext EntityManager entityManager;

  public Optional<Chunk> lock(ChunkId id) {
    return Optional.ofNullable(entityManager.find(Chunk.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * The chunk's items that wait for a result of their own, in input order. The range is said of
   * both tables: PostgreSQL takes only equalities from one to the other, and would read all results
   * of the batch.
   */
  public List<OpenItem> openItems(Batch batch, Chunk chunk) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                select
                  index, text, key,
                  -- A limit, or all keys might be read at once, however many there are.
                  (select true from known_answer k where k.key = i.key limit 1) as known
                from (
                  select index, text, answer_key(:fingerprint, text) as key
                  from item
                  where batch_id = :batch and index between :first and :last and same_as is null
                ) i
                where not exists (
                  select from item_result r
                  where r.batch_id = :batch and r.index between :first and :last
                    and r.index = i.index
                )
                order by index
                """,
                Tuple.class)
            .setParameter("fingerprint", batch.fingerprint())
            .setParameter("batch", batch.id())
            .setParameter("first", chunk.firstIndex())
            .setParameter("last", chunk.lastIndex())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new OpenItem(
                    row.get("index", Integer.class),
                    row.get("text", String.class),
                    row.get("key", Long.class),
                    row.get("known") != null))
        .toList();
  }

  /**
   * Puts all chunks that were given up back to waiting, their attempts excused, and deletes the
   * results that they ended with, those of duplicates, too. What the task said about a text stays:
   * it would say so again.
   */
  public RetriedChunks retryFailed(UUID batchId) {
    return retry(batchId, "true");
  }

  /** The same for those that nobody discarded. */
  public RetriedChunks retryDeadLetters(UUID batchId) {
    return retry(batchId, "not discarded");
  }

  /** The same for one of those. */
  public RetriedChunks retryDeadLetter(ChunkId id) {
    return retry(id.batchId(), "not discarded and number = " + id.number());
  }

  private RetriedChunks retry(UUID batchId, String which) {
    Tuple retried =
        (Tuple)
            entityManager
                .createNativeQuery(
                    """
                    with retried as (
                      update chunk set
                        state = 'READY', excused = attempt, recalled = 0,
                        discarded = false
                      where batch_id = :batch and state = 'FAILED' and counted and %s
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
                    """
                        .formatted(which),
                    Tuple.class)
                .setParameter("batch", batchId)
                .setParameter("code", ItemErrorCode.ATTEMPTS_EXHAUSTED.name())
                .getSingleResult();
    return new RetriedChunks(
        retried.get("chunks", Long.class).intValue(),
        retried.get("attempts", Long.class).intValue(),
        retried.get("items", Long.class).intValue());
  }

  /**
   * Ends all chunks that are not final, of a batch whose lock the caller has. Waits for those that
   * workers are just finishing.
   *
   * @return how many of their items have an answer from an earlier batch, which is not counted yet
   */
  public int cancelOpen(UUID batchId) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    """
                    with cancelled as (
                      update chunk set state = 'CANCELLED'
                      where batch_id = :batch and state in ('READY', 'QUEUED')
                      returning recalled
                    )
                    select coalesce(sum(recalled), 0) from cancelled
                    """)
                .setParameter("batch", batchId)
                .getSingleResult())
        .intValue();
  }

  /** Takes all that were given up out of the list of dead letters; returns how many. */
  public int discardDeadLetters(UUID batchId) {
    return entityManager
        .createNativeQuery(
            """
            update chunk set discarded = true
            where batch_id = :batch and state = 'FAILED' and counted and not discarded
            """)
        .setParameter("batch", batchId)
        .executeUpdate();
  }
}
