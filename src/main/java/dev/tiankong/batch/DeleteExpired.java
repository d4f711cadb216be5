package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Deletes batches whose time is over, by the clock of the database. */
@ApplicationScoped
public class DeleteExpired {

  @PersistenceContext EntityManager entityManager;

  /**
   * Deletes one, in a transaction of its own. No worker waits for it, because nobody works on a
   * batch that is final; another server takes another one.
   *
   * @return whether there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next() {
    return entityManager
            .createNativeQuery(
                """
                delete from batch
                where id = (
                  select id from batch
                  where expires_at < now()
                  order by expires_at
                  limit 1
                  for update skip locked
                )
                """)
            .executeUpdate()
        > 0;
  }
}
