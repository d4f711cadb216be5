package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The tables that texts and results lie in, two for each day of UTC. The id of a batch tells its
 * day. A day that is over and whose last batch was deleted is dropped.
 */
@ApplicationScoped
public class Days {

  @PersistenceContext EntityManager entityManager;

  /** An id of today, with tables behind it. */
  UUID newBatchId() {
    return (UUID)
        entityManager.createNativeQuery("select new_batch_id()", UUID.class).getSingleResult();
  }

  /** Makes the tables of tomorrow, lest the first submits of a day wait for each other. */
  @Transactional(TxType.REQUIRES_NEW)
  public void prepareTomorrow() {
    entityManager
        .createNativeQuery("select 1 from add_day((now() at time zone 'UTC')::date + 1)")
        .getSingleResult();
  }

  /**
   * Drops the tables that nobody needs any more, unless another server is at it. Readers and
   * writers of other days do not wait for it, which PostgreSQL grants only outside of a
   * transaction.
   *
   * @return their names
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public List<String> dropForgotten() {
    return entityManager.unwrap(Session.class).doReturningWork(ForgottenTables::drop);
  }
}
