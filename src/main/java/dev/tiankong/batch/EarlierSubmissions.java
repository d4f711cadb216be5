package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/**
 * Batches that came in under a key of their owner's. The key is free again when they are deleted.
 */
@ApplicationScoped
class EarlierSubmissions {

  @PersistenceContext EntityManager entityManager;

  /**
   * Finds the batch that was made under this key. One that is just being made under it is waited
   * for; if there is none, others wait for the caller's transaction.
   *
   * @throws IdempotencyKeyReusedException if it was made from another body
   */
  Optional<Batch> find(String owner, IdempotencyKey key) {
    entityManager
        .createNativeQuery(
            """
            select 1 from pg_advisory_xact_lock(hashtextextended(:owner || ' ' || :key, 0))
            """)
        .setParameter("owner", owner)
        .setParameter("key", key.value())
        .getSingleResult();
    Optional<Batch> earlier =
        entityManager
            .createQuery(
                "select b from Batch b where b.owner = :owner and b.idempotencyKey = :key",
                Batch.class)
            .setParameter("owner", owner)
            .setParameter("key", key.value())
            .getResultStream()
            .findFirst();
    earlier
        .filter(batch -> !batch.isMadeFrom(key.bodyDigest()))
        .ifPresent(
            batch -> {
              throw new IdempotencyKeyReusedException(key, batch.id());
            });
    return earlier;
  }
}
