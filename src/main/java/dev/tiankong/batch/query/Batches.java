package dev.tiankong.batch.query;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** The batches that were submitted, for reading. */
@ApplicationScoped
public class Batches {

  /** Rows that the driver holds at a time; with fewer, short ones would take longer. */
  private static final int FETCHED = 50;

  @PersistenceContext EntityManager entityManager;

  public Optional<Batch> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Batch.class, id));
  }

  /** A page of those that somebody looks for. */
  public List<Batch> search(BatchSearch search, BatchOrder order, int limit) {
    Conditions conditions = new Conditions();
    search.limit(conditions);
    order.limit(conditions);
    return conditions
        .query(entityManager, "select b from Batch b", order.clause(), Batch.class)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * A page of a batch's items in input order, each beside its result, if it has one yet. A page of
   * long ones ends early.
   *
   * @param after the index before the first one wanted, -1 for the start
   * @param limit how many are wanted
   */
  // In a transaction, because PostgreSQL sends the rows piece by piece only in one.
  @Transactional
  public AnswerPage answers(UUID batchId, int after, ItemSearch search, int limit) {
    Conditions conditions = new Conditions();
    conditions.add("i.id.batchId = :batch", "batch", Optional.of(batchId));
    // Also said of the results, below: PostgreSQL would read all that come before the page.
    conditions.add("i.id.index > :after", "after", Optional.of(after));
    conditions.add("i.id.index <= :last", "last", search.last());
    // Asked first: nothing is answered after a cancel.
    ItemState unanswered = find(batchId).map(Batch::stateOfUnanswered).orElse(ItemState.PENDING);
    if (search.state().equals(Optional.of(unanswered))) {
      conditions.add("r.id is null");
    } else {
      conditions.add("r.state = :state", "state", search.state());
    }
    conditions.add("r.answer.errorCode = :error", "error", search.error());
    if (search.warned()) {
      conditions.add("i.warnings.warningCodes is not null");
    }
    conditions.add("locate(lower(:text), lower(i.text)) > 0", "text", search.text());
    conditions.with("unanswered", Optional.of(unanswered));
    TypedQuery<ItemAnswer> query =
        conditions.query(
            entityManager,
            // No entities: nobody changes them, and to keep watch over each takes its time.
            """
            select new dev.tiankong.batch.query.ItemAnswer(
              i.id.index, i.text, i.customId, i.input, i.warnings,
              coalesce(r.state, :unanswered), r.answer)
            from Item i left join ItemResult r
              on r.id = i.id and r.id.batchId = :batch and r.id.index > :after
            """,
            "i.id.index",
            ItemAnswer.class);
    query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED);
    // One more than asked for tells whether anything follows.
    try (Stream<ItemAnswer> rows = query.setMaxResults(limit + 1).getResultStream()) {
      return AnswerPage.read(rows.iterator(), limit);
    }
  }

  /** The names of all that came with the texts of a batch, in the order in which they came. */
  public List<String> inputNames(UUID batchId) {
    return entityManager
        .createNativeQuery(
            """
            select name
            from item, json_object_keys(input) with ordinality as key(name, place)
            where batch_id = :batch
            group by name
            order by min(place), name
            """,
            String.class)
        .setParameter("batch", batchId)
        .getResultList();
  }
}
