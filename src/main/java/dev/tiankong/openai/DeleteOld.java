package dev.tiankong.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes what was kept long enough, by the database's clock. */
@ApplicationScoped
class DeleteOld {

  @PersistenceContext EntityManager entityManager;

  @Inject
  @ConfigProperty(name = "tiankong.file.ttl", defaultValue = "P30D")
  Duration ttl;

  /** Files whose time is over; batches that never began: all others go with their answers. */
  @Transactional
  void all() {
    entityManager
        .createNativeQuery("delete from openai_file where expires_at < now()")
        .executeUpdate();
    entityManager
        .createNativeQuery(
            """
            delete from openai_batch
            where started_at is null and ended_at < now() - make_interval(secs => :age)
            """)
        .setParameter("age", ttl.toSeconds())
        .executeUpdate();
  }
}
