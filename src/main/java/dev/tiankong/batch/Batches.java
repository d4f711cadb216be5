package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The batches that were submitted, for reading. */
@ApplicationScoped
public class Batches {

  @PersistenceContext EntityManager entityManager;

  public Optional<Batch> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Batch.class, id));
  }

  /**
   * A page of a batch's items in input order, each beside its result, if it has one yet.
   *
   * @param after the index before the first one wanted, -1 for the start
   */
  public List<ItemAnswer> answers(UUID batchId, int after, int limit) {
    return entityManager
        .createQuery(
            """
            select new dev.tiankong.batch.ItemAnswer(i, r)
            from Item i left join ItemResult r on r.id = i.id
            where i.id.batchId = :batch and i.id.index > :after
            order by i.id.index
            """,
            ItemAnswer.class)
        .setParameter("batch", batchId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }
}
