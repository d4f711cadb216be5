package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;

/**
 * Answers that one item gets from another with the same text: from its twin in the batch, or from
 * an earlier batch with the same fingerprint. Set by set in the database; no text travels.
 */
@ApplicationScoped
class SharedResults {

  @PersistenceContext EntityManager entityManager;

  /**
   * Answers the chunk's open items whose answer is known.
   *
   * @return how many those were
   */
  int recall(Chunk chunk) {
    return entityManager
        .createNativeQuery(
            """
            insert into item_result (
              batch_id, index, state, mask_positions, tokens, scores,
              filling_tokens, filling_texts, filling_scores
            )
            select
              i.batch_id, i.index, 'SUCCEEDED', c.mask_positions, c.tokens, c.scores,
              c.filling_tokens, c.filling_texts, c.filling_scores
            from item i
            join batch b on b.id = i.batch_id
            join cached_result c
              on c.fingerprint = b.fingerprint
              and c.text_digest = sha256(convert_to(i.text, 'UTF8'))
            where i.batch_id = :batch and i.index between :first and :last and i.same_as is null
            on conflict do nothing
            """)
        .setParameter("batch", chunk.id().batchId())
        .setParameter("first", chunk.firstIndex())
        .setParameter("last", chunk.lastIndex())
        .executeUpdate();
  }

  /** Keeps the chunk's fresh answers for later batches. */
  void remember(Chunk chunk) {
    entityManager
        .createNativeQuery(
            """
            insert into cached_result (
              fingerprint, text_digest, mask_positions, tokens,
              scores, filling_tokens, filling_texts, filling_scores, created_at
            )
            select
              b.fingerprint, sha256(convert_to(i.text, 'UTF8')), r.mask_positions, r.tokens,
              r.scores, r.filling_tokens, r.filling_texts, r.filling_scores, now()
            from item_result r
            join item i using (batch_id, index)
            join batch b on b.id = r.batch_id
            where r.batch_id = :batch and r.index between :first and :last
              and r.state = 'SUCCEEDED' and i.same_as is null
            -- Two workers that keep the same answers in another order would wait for each other.
            order by 2
            on conflict do nothing
            """)
        .setParameter("batch", chunk.id().batchId())
        .setParameter("first", chunk.firstIndex())
        .setParameter("last", chunk.lastIndex())
        .executeUpdate();
  }

  /** Gives the twins of the chunk's items the results of the first ones. */
  Counts copyToTwins(Chunk chunk) {
    Tuple counts =
        (Tuple)
            entityManager
                .createNativeQuery(
                    """
                    with copied as (
                      insert into item_result (
                        batch_id, index, state, mask_positions, tokens, scores,
                        error_code, error_message, filling_tokens, filling_texts, filling_scores
                      )
                      select
                        twin.batch_id, twin.index, r.state, r.mask_positions, r.tokens, r.scores,
                        r.error_code, r.error_message,
                        r.filling_tokens, r.filling_texts, r.filling_scores
                      from item twin
                      join item_result r on r.batch_id = twin.batch_id and r.index = twin.same_as
                      where twin.batch_id = :batch and twin.same_as between :first and :last
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
    return new Counts(
        counts.get("succeeded", Long.class).intValue(),
        counts.get("failed", Long.class).intValue());
  }

  /**
   * Deletes some of the answers that are older, by the database's clock.
   *
   * @return how many, 0 when none is left
   */
  int forget(Duration age) {
    return entityManager
        .createNativeQuery(
            """
            delete from cached_result
            where (fingerprint, text_digest) in (
              select fingerprint, text_digest from cached_result
              where created_at < now() - make_interval(secs => :age)
              order by created_at
              limit 10000
              -- Another node that sweeps, too, takes the next ones.
              for update skip locked
            )
            """)
        .setParameter("age", age.toSeconds())
        .executeUpdate();
  }

  record Counts(int succeeded, int failed) {}
}
