package dev.tiankong.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The entries, each written in transactions of its own: what a call rolls back is no matter. */
@ApplicationScoped
class Audit {

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  @Transactional
  void begin(AuditEntry entry) {
    entry.begin(clock.instant());
    entityManager.persist(entry);
  }

  @Transactional
  void end(AuditEntry entry, int status) {
    entry.end(status);
    entityManager.merge(entry);
  }

  /**
   * Entries from the latest to the first.
   *
   * @param before the id that all of them are below
   */
  List<AuditEntry> page(long before, int limit) {
    return entityManager
        .createQuery(
            "select e from AuditEntry e where e.id < :before order by e.id desc", AuditEntry.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  @Transactional
  int deleteOlderThan(Duration age) {
    return entityManager
        .createQuery("delete from AuditEntry e where e.at < :limit")
        .setParameter("limit", clock.instant().minus(age))
        .executeUpdate();
  }
}
