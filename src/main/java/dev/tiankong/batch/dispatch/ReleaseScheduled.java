package dev.tiankong.batch.dispatch;

import dev.tiankong.batch.Batch;
import dev.tiankong.conflict.RepeatOnConflict;
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

  /** Some of those whose time has come. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<UUID> due() {
    return entityManager
        .createNativeQuery(
            """
            select id from batch
            where state = 'SCHEDULED' and not_before <= now()
            order by not_before
            limit 1000
            """,
            UUID.class)
        .getResultList();
  }

  /**
   * Releases one, in a transaction of its own. One that is just being paused or cancelled, or that
   * another server releases, is left to the next sweep.
   */
  @RepeatOnConflict
  @Transactional(TxType.REQUIRES_NEW)
  public void release(UUID id) {
    List<UUID> scheduled =
        entityManager
            .createNativeQuery(
                "select id from batch where id = :id and state = 'SCHEDULED' for update skip locked",
                UUID.class)
            .setParameter("id", id)
            .getResultList();
    scheduled.forEach(locked -> release(entityManager.find(Batch.class, locked)));
  }

  private void release(Batch batch) {
    batch.release();
    window.fill(batch.owner());
  }
}
