package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes a name for a short while after repeated failures, whether it exists or not. Kept in the
 * database, by its clock, so that it holds on every server and over restarts.
 *
 * <p>Attempts while it is closed do not count and do not prolong it: whoever attacks a name can
 * hinder its owner, but never longer than the attack and one duration.
 */
@ApplicationScoped
class Lockout {

  @PersistenceContext EntityManager entityManager;

  @Inject
  @ConfigProperty(name = "tiankong.lockout.failures", defaultValue = "5")
  int maxFailures;

  @Inject
  @ConfigProperty(name = "tiankong.lockout.duration", defaultValue = "PT1M")
  Duration duration;

  /** How long the name stays closed; empty if it is open. */
  Optional<Duration> remaining(String name) {
    Stream<?> seconds =
        entityManager
            .createNativeQuery(
                """
                select cast(extract(epoch from failed_at - now()) + :seconds as double precision)
                from sign_in_failure where name_digest = :name and failures >= :max
                """,
                Double.class)
            .setParameter("seconds", seconds())
            .setParameter("name", digest(name))
            .setParameter("max", maxFailures)
            .getResultStream();
    return seconds
        .map(left -> Duration.ofMillis((long) ((Double) left * 1_000)))
        .filter(left -> left.compareTo(Duration.ZERO) > 0)
        .findFirst();
  }

  /** Failures longer ago than the duration are forgotten. */
  @Transactional
  void countFailure(String name) {
    entityManager
        .createNativeQuery(
            """
            insert into sign_in_failure as known (name_digest, failures, failed_at)
            values (:name, 1, now())
            on conflict (name_digest) do update set
              failures = case
                when extract(epoch from now() - known.failed_at) > :seconds then 1
                else known.failures + 1
              end,
              failed_at = now()
            """)
        .setParameter("name", digest(name))
        .setParameter("seconds", seconds())
        .executeUpdate();
  }

  /** A right password ends the row of failures. */
  @Transactional
  void forget(String name) {
    entityManager
        .createNativeQuery("delete from sign_in_failure where name_digest = :name")
        .setParameter("name", digest(name))
        .executeUpdate();
  }

  /** Deletes what no longer counts: names that nobody has are never forgotten otherwise. */
  @Transactional
  void forgetOld() {
    entityManager
        .createNativeQuery(
            "delete from sign_in_failure where extract(epoch from now() - failed_at) > :seconds")
        .setParameter("seconds", seconds())
        .executeUpdate();
  }

  private double seconds() {
    return duration.toMillis() / 1000.0;
  }

  private static byte[] digest(String name) {
    return DigestUtils.sha256(name);
  }
}
