package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Lets batches begin whose time has come, by the clock of the database. */
@ApplicationScoped
public class ReleaseScheduled {

  @PersistenceContext EntityManager entityManager;
  @Inject DispatchWindow window;

  /**
   * Releases one, in a transaction of its own; another server takes another one.
   *
   * @return whether there was one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next() {
    List<?> due =
        entityManager
            .createNativeQuery(
                """
                select id from batch
                where state = 'SCHEDULED' and not_before <= now()
                order by not_before
                limit 1
                -- One that is just being paused or cancelled is not waited for.
                for update skip locked
                """,
                UUID.class)
            .getResultList();
    due.forEach(id -> release(entityManager.find(Batch.class, id)));
    return !due.isEmpty();
  }

  private void release(Batch batch) {
    batch.release();
    window.fill(batch.owner());
  }
}
