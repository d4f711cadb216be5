package dev.tiankong.batch.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Gets users going again who have chunks waiting and none in the queue, whose end would send the
 * next. That comes about when two transactions do not see each other: a submit finds the window
 * full of chunks that end before it is through, and those do not find its batch; or a batch is
 * resumed while a worker puts its last chunk back.
 */
@ApplicationScoped
public class RefillWindows {

  @PersistenceContext EntityManager entityManager;
  @Inject DispatchWindow window;

  /** Those of whom something waits, though their window is empty. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<String> stuckOwners() {
    return entityManager
        .createNativeQuery(
            """
            select distinct b.owner
            from batch b
            where b.state in ('QUEUED', 'RUNNING')
              and exists (select from chunk where batch_id = b.id and state = 'READY')
              and not exists (
                select from chunk c join batch o on o.id = c.batch_id
                where c.state = 'QUEUED' and o.owner = b.owner
              )
            """,
            String.class)
        .getResultList();
  }

  /** In a transaction of its own. */
  @Transactional(TxType.REQUIRES_NEW)
  public void refill(String owner) {
    window.fill(owner);
  }
}
