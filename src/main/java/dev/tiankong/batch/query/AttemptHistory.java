package dev.tiankong.batch.query;

import dev.tiankong.batch.AttemptOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the attempts at a batch's chunks, for reading. */
@ApplicationScoped
public class AttemptHistory {

  @PersistenceContext EntityManager entityManager;

  /** A page of a batch's attempts, those that began last first. */
  public List<AttemptRecord> page(
      UUID batchId,
      Optional<AttemptOutcome> outcome,
      Optional<AttemptRecord.Place> after,
      int limit) {
    Conditions conditions = new Conditions();
    conditions.add("a.id.batchId = :batch", "batch", Optional.of(batchId));
    conditions.add("a.outcome = :outcome", "outcome", outcome);
    conditions.add(
        "(a.startedAt, a.id.chunk, a.id.attempt) < (:at, :chunk, :attempt)",
        "at",
        after.map(AttemptRecord.Place::at));
    conditions.with("chunk", after.map(AttemptRecord.Place::chunk));
    conditions.with("attempt", after.map(AttemptRecord.Place::attempt));
    return conditions
        .query(
            entityManager,
            """
            select new dev.tiankong.batch.query.AttemptRecord(
              a.id.chunk, a.id.attempt, c.firstIndex, c.lastIndex, a.node, a.worker,
              a.startedAt, a.endedAt, a.outcome, a.error, a.detail)
            from ChunkAttempt a join Chunk c
              on c.id.batchId = a.id.batchId and c.id.number = a.id.chunk
            """,
            "a.startedAt desc, a.id.chunk desc, a.id.attempt desc",
            AttemptRecord.class)
        .setMaxResults(limit)
        .getResultList();
  }
}
