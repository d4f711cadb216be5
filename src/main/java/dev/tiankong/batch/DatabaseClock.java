package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * The clock of the database, which all servers share. What it says in a batch's row can be compared
 * with the database's own now().
 */
@ApplicationScoped
public class DatabaseClock {

  @PersistenceContext EntityManager entityManager;

  public Instant now() {
    return (Instant)
        entityManager
            .createNativeQuery("select clock_timestamp()", Instant.class)
            // It reads no row, so none needs to be written before.
            .setFlushMode(FlushModeType.COMMIT)
            .getSingleResult();
  }
}
