package dev.tiankong.batch.store;

import dev.tiankong.conflict.RepeatOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Deletes batches whose time is over, by the clock of the database. */
@ApplicationScoped
public class DeleteExpired {

  @PersistenceContext EntityManager entityManager;

  /** Some of those whose time is over. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<UUID> due() {
    return entityManager
        .createNativeQuery(
            "select id from batch where expires_at < now() order by expires_at limit 1000",
            UUID.class)
        .getResultList();
  }

  /**
   * Deletes one, in a transaction of its own. No worker waits for it, because nobody works on a
   * batch that is final. One that somebody has locked is left to the next sweep.
   *
   * @return whether it was deleted
   */
  @RepeatOnConflict
  @Transactional(TxType.REQUIRES_NEW)
  public boolean delete(UUID id) {
    return entityManager
            .createNativeQuery(
                """
                delete from batch
                where id = (
                  -- It may have been tried again since.
                  select id from batch
                  where id = :id and expires_at < now()
                  for update skip locked
                )
                """)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }
}
