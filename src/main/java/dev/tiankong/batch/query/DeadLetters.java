package dev.tiankong.batch.query;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Chunks whose every attempt failed, for reading. */
@ApplicationScoped
public class DeadLetters {

  @PersistenceContext EntityManager entityManager;

  /** A page of them, newest first. */
  public List<DeadLetter> page(DeadLetter.Place after, int limit) {
    List<Tuple> rows =
        query(
                """
                select d.batch_id, d.number, d.items, d.attempts, d.at, t.index, t.text,
                  t.error_message, t.error_parameters
                from dead_letter d
                cross join lateral (
                  select i.index, left(i.text, :characters) as text, r.error_message,
                    r.error_parameters::text as error_parameters
                  from item_result r
                  join item i on i.batch_id = r.batch_id and i.index = r.index
                  -- The range is said of both: PostgreSQL takes only equalities to the other.
                  where r.batch_id = d.batch_id and r.index between d.first_index and d.last_index
                    and i.index between d.first_index and d.last_index
                    and r.error_code = :code
                  order by i.index
                  limit 1
                ) t
                where (d.at, d.batch_id, d.number) < (:at, :batch, :number)
                order by d.at desc, d.batch_id desc, d.number desc
                limit :limit
                """)
            .setParameter("code", ItemErrorCode.ATTEMPTS_EXHAUSTED.name())
            .setParameter("characters", Failures.CHARACTERS)
            .setParameter("at", after.at())
            .setParameter("batch", after.batchId())
            .setParameter("number", after.number())
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(DeadLetters::letter).toList();
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Tuple> query(String sql) {
    return entityManager
        .createNativeQuery(sql, Tuple.class)
        .unwrap(NativeQuery.class)
        .addScalar("batch_id", UUID.class)
        .addScalar("number", Integer.class)
        .addScalar("items", Integer.class)
        .addScalar("attempts", Integer.class)
        .addScalar("at", Instant.class)
        .addScalar("index", Integer.class)
        .addScalar("text", String.class)
        .addScalar("error_message", String.class)
        .addScalar("error_parameters", String.class);
  }

  private static DeadLetter letter(Tuple row) {
    return new DeadLetter(
        new ChunkId(row.get("batch_id", UUID.class), row.get("number", Integer.class)),
        new DeadLetter.Text(
            row.get("index", Integer.class),
            row.get("text", String.class),
            new ItemError(
                ItemErrorCode.ATTEMPTS_EXHAUSTED.name(),
                row.get("error_message", String.class),
                Sentence.values(row.get("error_parameters", String.class)))),
        row.get("items", Integer.class),
        row.get("attempts", Integer.class),
        row.get("at", Instant.class));
  }
}
