package dev.tiankong.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
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

  /** An entry that has its status already. */
  @Transactional
  void record(AuditEntry entry, int status) {
    entry.begin(clock.instant());
    entry.end(status);
    entityManager.persist(entry);
  }

  @Transactional
  void end(AuditEntry entry, int status) {
    // The client waits for this: without the disk. A database that dies now leaves the entry there,
    // and without its status.
    entityManager.createNativeQuery("set local synchronous_commit to off").executeUpdate();
    entityManager
        .createQuery("update AuditEntry e set e.status = :status where e.id = :id")
        .setParameter("status", status)
        .setParameter("id", entry.id())
        .executeUpdate();
  }

  /** Entries from the latest to the first. */
  List<AuditEntry> page(AuditSearch search, int limit) {
    CriteriaBuilder builder = entityManager.getCriteriaBuilder();
    CriteriaQuery<AuditEntry> query = builder.createQuery(AuditEntry.class);
    Root<AuditEntry> entry = query.from(AuditEntry.class);
    query.where(search.conditions(builder, entry)).orderBy(builder.desc(entry.get("id")));
    return entityManager.createQuery(query).setMaxResults(limit).getResultList();
  }

  @Transactional
  int deleteOlderThan(Duration age) {
    return entityManager
        .createQuery("delete from AuditEntry e where e.at < :limit")
        .setParameter("limit", clock.instant().minus(age))
        .executeUpdate();
  }
}
