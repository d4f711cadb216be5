package dev.tiankong.batch.submit;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.IdempotencyKey;
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
   * Finds the batch that was made under this key. If there is none, the key belongs to the caller's
   * transaction until it ends; nobody waits for that, with a connection that others need.
   *
   * @throws IdempotencyKeyReusedException if it was made from another body
   * @throws SubmissionInProgressException if one is just being made
   */
  Optional<Batch> find(String owner, IdempotencyKey key) {
    Optional<Batch> earlier = look(owner, key);
    if (earlier.isEmpty()) {
      if (!take(owner, key)) {
        throw new SubmissionInProgressException(key);
      }
      // It may have been made between the look and the lock.
      earlier = look(owner, key);
    }
    earlier
        .filter(batch -> !batch.isMadeFrom(key.bodyDigest()))
        .ifPresent(
            batch -> {
              throw new IdempotencyKeyReusedException(key, batch.id());
            });
    return earlier;
  }

  private Optional<Batch> look(String owner, IdempotencyKey key) {
    return entityManager
        .createQuery(
            "select b from Batch b where b.owner = :owner and b.idempotencyKey = :key", Batch.class)
        .setParameter("owner", owner)
        .setParameter("key", key.value())
        .getResultStream()
        .findFirst();
  }

  private boolean take(String owner, IdempotencyKey key) {
    return (boolean)
        entityManager
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtextextended(:owner || ' ' || :key, 0))",
                Boolean.class)
            .setParameter("owner", owner)
            .setParameter("key", key.value())
            .getSingleResult();
  }
}
