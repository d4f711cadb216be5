package dev.tiankong.batch.store;

import dev.tiankong.conflict.RepeatOnConflict;
import dev.tiankong.naming.ResourceNames;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The tables that texts and results lie in, two for each day of UTC. The id of a batch tells its
 * day. A day that is over and whose last batch was deleted is dropped.
 */
@ApplicationScoped
public class ItemPartitions {

  @PersistenceContext EntityManager entityManager;

  private volatile boolean made;

  // The application's own role owns no table, so it cannot drop one.
  @Resource(lookup = ResourceNames.OWNER_DATABASE)
  DataSource owner;

  /** An id of today, with tables behind it. */
  public UUID newBatchId() {
    return (UUID)
        entityManager.createNativeQuery("select new_batch_id()", UUID.class).getSingleResult();
  }

  /**
   * Whether this server has made the tables of its first day, so that those of all other days are
   * made a day before.
   */
  public boolean areMade() {
    return made;
  }

  /**
   * Makes the tables of today and tomorrow, by the clock of the database, in a transaction of its
   * own. In that of a submit, all others of the day's first moment would wait until its texts are
   * stored.
   */
  @RepeatOnConflict
  @Transactional(TxType.REQUIRES_NEW)
  public void makeTables() {
    entityManager
        .createNativeQuery(
            """
            select 1
            from (values (0), (1)) as later (days),
              add_day((now() at time zone 'UTC')::date + later.days)
            """)
        .getResultList();
    made = true;
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
    try (Connection connection = owner.getConnection()) {
      return ForgottenTables.drop(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Could not drop the tables of past days", e);
    }
  }
}
