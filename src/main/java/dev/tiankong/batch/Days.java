package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Statement;
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
   * Drops the tables that nobody needs any more. Readers and writers of other days do not wait for
   * it, which PostgreSQL grants only outside of a transaction.
   *
   * @return their names
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public List<String> dropForgotten() {
    List<Tuple> forgotten =
        entityManager
            .createNativeQuery("select name, parent, detaching from forgotten_table", Tuple.class)
            .getResultList();
    return forgotten.stream().map(this::drop).toList();
  }

  private String drop(Tuple table) {
    String name = table.get("name", String.class);
    String parent = table.get("parent", String.class);
    // A server that ended in the middle has left it on its way out, or out already.
    String how = table.get("detaching", Boolean.class) ? "finalize" : "concurrently";
    entityManager
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                if (parent != null) {
                  statement.execute(
                      "alter table %s detach partition %s %s".formatted(parent, name, how));
                }
                statement.execute("drop table " + name);
              }
            });
    return name;
  }
}
