package dev.tiankong.batch.submit;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Batches that came in under a key of their owner's. The key is free again when they are deleted.
 */
@ApplicationScoped
class EarlierSubmissions {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @PersistenceContext EntityManager entityManager;

  /**
   * Finds the batch that was made under this key. If there is none, the key belongs to the caller's
   * transaction until it ends; nobody waits for that, with a connection that others need.
   *
   * @throws Refusal if it was made from another body
   * @throws Refusal if one is just being made
   */
  Optional<Batch> find(String owner, IdempotencyKey key) {
    Optional<Batch> earlier = look(owner, key);
    if (earlier.isEmpty()) {
      if (!take(owner, key)) {
        throw inProgress(key);
      }
      // It may have been made between the look and the lock.
      earlier = look(owner, key);
    }
    earlier
        .filter(batch -> !batch.isMadeFrom(key.bodyDigest()))
        .ifPresent(
            batch -> {
              throw reused(key, batch);
            });
    return earlier;
  }

  /** It may become a batch, or be refused. */
  private static Refusal inProgress(IdempotencyKey key) {
    return new Refusal(
            ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS,
            Sentence.of(
                    "A submit with the Idempotency-Key {key} is in progress: send this one again in a few seconds to get its batch.")
                .with("key", key.value()))
        .retryAfter(PAUSE);
  }

  private static Refusal reused(IdempotencyKey key, Batch batch) {
    return new Refusal(
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        Sentence.of(
                "The Idempotency-Key {key} was used for batch {batch}, which has a different body: use a new key.")
            .with("key", key.value())
            .with("batch", batch.id().toString()));
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
