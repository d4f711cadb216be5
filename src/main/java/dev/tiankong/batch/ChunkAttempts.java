package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Writes down what becomes of each attempt at a chunk. It decides nothing: which attempt counts,
 * and how many a chunk has had, is in the chunk's row, which is locked whenever that changes.
 */
@ApplicationScoped
public class ChunkAttempts {

  private static final AttemptError NONE = new AttemptError(null, null);

  @PersistenceContext EntityManager entityManager;

  public void begin(ChunkId chunk, int attempt, WorkerId worker) {
    entityManager.persist(new ChunkAttempt(new AttemptId(chunk, attempt), worker));
  }

  /** In the running transaction: without its results, an attempt has not succeeded. */
  public void end(ClaimedChunk claimed, AttemptOutcome outcome) {
    end(claimed, outcome, NONE);
  }

  /** In the running transaction. */
  public void end(ClaimedChunk claimed, AttemptOutcome outcome, AttemptError error) {
    entityManager
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            update chunk_attempt
            set outcome = :outcome, error = :error, detail = :detail, ended_at = clock_timestamp()
            where batch_id = :batch and chunk = :chunk and attempt = :attempt
              and outcome in (:predecessors)
            """)
        .setParameter("outcome", outcome.name())
        .setParameter("error", error.summary(), String.class)
        .setParameter("detail", error.detail(), String.class)
        .setParameter("batch", claimed.id().batchId())
        .setParameter("chunk", claimed.id().number())
        .setParameter("attempt", claimed.attempt())
        .setParameter("predecessors", AttemptOutcome.names(outcome.predecessors()))
        .executeUpdate();
  }

  /** Says of the chunk's earlier attempts that nothing was heard of them, if that is so. */
  public void lose(ChunkId chunk) {
    entityManager
        .createNativeQuery(
            """
            update chunk_attempt
            set outcome = 'LOST', ended_at = clock_timestamp()
            where batch_id = :batch and chunk = :chunk and outcome in (:predecessors)
            """)
        .setParameter("batch", chunk.batchId())
        .setParameter("chunk", chunk.number())
        .setParameter("predecessors", AttemptOutcome.names(AttemptOutcome.LOST.predecessors()))
        .executeUpdate();
  }

  /**
   * The same for all that are older than any worker's transaction may get, whatever became of their
   * chunk: nobody begins on one again that was cancelled.
   *
   * @param lease how old, by the database's clock
   * @return how many
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int loseOlderThan(Duration lease) {
    return entityManager
        .createNativeQuery(
            """
            update chunk_attempt
            set outcome = 'LOST', ended_at = clock_timestamp()
            where (batch_id, chunk, attempt) in (
              select batch_id, chunk, attempt from chunk_attempt
              where outcome = 'RUNNING' and started_at < now() - make_interval(secs => :lease)
              -- One that is about to end, or that another server looks at, is left alone.
              for update skip locked
            )
            """)
        .setParameter("lease", lease.toSeconds())
        .executeUpdate();
  }

  /** What the last attempt ended with that counts against the texts; empty if it was lost. */
  public Optional<String> lastError(ChunkId chunk) {
    List<String> last =
        entityManager
            .createNativeQuery(
                """
                select coalesce(error, '') from chunk_attempt
                where batch_id = :batch and chunk = :chunk and outcome in (:counted)
                order by attempt desc
                limit 1
                """,
                String.class)
            .setParameter("batch", chunk.batchId())
            .setParameter("chunk", chunk.number())
            .setParameter("counted", AttemptOutcome.names(AttemptOutcome.counted()))
            .getResultList();
    return last.stream().filter(error -> !error.isEmpty()).findFirst();
  }
}
