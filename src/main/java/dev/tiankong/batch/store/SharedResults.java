package dev.tiankong.batch.store;

import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.ItemCounts;
import dev.tiankong.batch.OpenItem;
import dev.tiankong.task.TextAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers that one item gets from another with the same text: from its duplicate in the batch, or
 * from an earlier batch with the same fingerprint. Set by set in the database; no text travels.
 */
@ApplicationScoped
public class SharedResults {

  @PersistenceContext EntityManager entityManager;

  /**
   * Answers the chunk's open items whose answer is known.
   *
   * @return how many those were
   */
  public int recall(Chunk chunk) {
    return entityManager
        .createNativeQuery(
            """
            insert into item_result (batch_id, index, state, answer)
            select i.batch_id, i.index, 'SUCCEEDED', known.answer
            from item i
            join batch b on b.id = i.batch_id
            -- The limit keeps the planner from reading all answers that there are.
            cross join lateral (
              select r.answer
              from known_answer k
              join batch earlier on earlier.id = k.batch_id and earlier.fingerprint = b.fingerprint
              join item equal
                on equal.batch_id = k.batch_id and equal.index = k.index and equal.text = i.text
              join item_result r on r.batch_id = k.batch_id and r.index = k.index
              where k.key = answer_key(b.fingerprint, i.text) and r.state = 'SUCCEEDED'
              limit 1
            ) known
            where i.batch_id = :batch and i.index between :first and :last and i.same_as is null
            on conflict do nothing
            """)
        .setParameter("batch", chunk.id().batchId())
        .setParameter("first", chunk.firstIndex())
        .setParameter("last", chunk.lastIndex())
        .executeUpdate();
  }

  /** Lets later batches find the chunk's fresh answers. */
  public void remember(ClaimedChunk chunk, List<TextAnswer> answers) {
    int[] succeeded =
        IntStream.range(0, answers.size()).filter(i -> answers.get(i).error().isEmpty()).toArray();
    List<OpenItem> items = chunk.items();
    entityManager
        .createNativeQuery(
            """
            insert into known_answer (key, batch_id, index)
            select distinct on (key) key, :batch, index
            from unnest(:keys, :indexes) as fresh (key, index)
            -- Two workers that keep the same answers in another order would wait for each other.
            order by key
            -- The answer that was known is gone, or recall would have found it.
            on conflict (key) do update set batch_id = excluded.batch_id, index = excluded.index
            """)
        .setParameter("batch", chunk.id().batchId())
        .setParameter("keys", IntStream.of(succeeded).mapToLong(i -> items.get(i).key()).toArray())
        .setParameter("indexes", IntStream.of(succeeded).map(i -> items.get(i).index()).toArray())
        .executeUpdate();
  }

  /** Gives the duplicates of the chunk's items the results of the first ones. */
  public ItemCounts copyToDuplicates(Chunk chunk) {
    Tuple counts =
        (Tuple)
            entityManager
                .createNativeQuery(
                    """
                    with copied as (
                      insert into item_result (
                        batch_id, index, state, answer, error_code, error_message, error_parameters
                      )
                      select
                        duplicate.batch_id, duplicate.index, r.state, r.answer,
                        r.error_code, r.error_message, r.error_parameters
                      from item duplicate
                      join item_result r on r.batch_id = duplicate.batch_id and r.index = duplicate.same_as
                      where duplicate.batch_id = :batch and duplicate.same_as between :first and :last
                        and r.index between :first and :last
                      -- Of a chunk that is tried again, some may have theirs.
                      on conflict do nothing
                      returning state
                    )
                    select
                      count(*) filter (where state = 'SUCCEEDED') as succeeded,
                      count(*) filter (where state = 'FAILED') as failed
                    from copied
                    """,
                    Tuple.class)
                .setParameter("batch", chunk.id().batchId())
                .setParameter("first", chunk.firstIndex())
                .setParameter("last", chunk.lastIndex())
                .getSingleResult();
    return new ItemCounts(
        counts.get("succeeded", Long.class).intValue(),
        counts.get("failed", Long.class).intValue());
  }

  /**
   * Forgets where some of the answers are whose batch came in that long ago, by the database's
   * clock.
   *
   * @return how many, 0 when none is left
   */
  int forget(Duration age) {
    return entityManager
        .createNativeQuery(
            """
            delete from known_answer
            where key in (
              select key from known_answer
              where batch_id < least_batch_id(now() - make_interval(secs => :age))
              order by batch_id
              limit 10000
              -- Another node that sweeps, too, takes the next ones.
              for update skip locked
            )
            """)
        .setParameter("age", age.toSeconds())
        .executeUpdate();
  }
}
