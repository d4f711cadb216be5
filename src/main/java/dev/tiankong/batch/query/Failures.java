package dev.tiankong.batch.query;

import dev.tiankong.batch.query.FailureGroup.Example;
import dev.tiankong.task.ItemError;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Why items of a batch failed. */
@ApplicationScoped
public class Failures {

  private static final int EXAMPLES = 3;

  /** A text may have a hundred thousand characters. */
  static final int CHARACTERS = 100;

  @PersistenceContext EntityManager entityManager;

  /** A group for each reason, the most frequent first. */
  public List<FailureGroup> of(UUID batchId) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                with reason as (
                  select error_code, count(*) as items, min(index) as first, max(index) as last
                  from item_result
                  where batch_id = :batch and state = 'FAILED'
                  group by error_code
                )
                select error_code, items, index, left(text, :characters) as text, error_message,
                  error_parameters::text as error_parameters
                from reason
                cross join lateral (
                  select index, error_message, error_parameters
                  from item_result r
                  where batch_id = :batch and state = 'FAILED' and r.error_code = reason.error_code
                    -- A rare one is not looked for in the whole batch once more.
                    and index between first and last
                  order by index
                  limit :examples
                ) example
                join item using (index)
                where item.batch_id = :batch
                order by items desc, error_code, index
                """,
                Tuple.class)
            .setParameter("batch", batchId)
            .setParameter("characters", CHARACTERS)
            .setParameter("examples", EXAMPLES)
            .getResultList();
    Map<String, List<Tuple>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("error_code", String.class),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(Failures::group).toList();
  }

  private static FailureGroup group(List<Tuple> rows) {
    Tuple first = rows.get(0);
    return new FailureGroup(
        first.get("error_code", String.class),
        first.get("items", Long.class),
        rows.stream().map(Failures::example).toList());
  }

  private static Example example(Tuple row) {
    return new Example(
        row.get("index", Integer.class),
        row.get("text", String.class),
        new ItemError(
            row.get("error_code", String.class),
            row.get("error_message", String.class),
            Sentence.values(row.get("error_parameters", String.class))));
  }
}
