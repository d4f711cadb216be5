package dev.tiankong.webhook;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets of all users, one for each. */
@ApplicationScoped
public class SigningSecrets {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.webhook.secret.overlap", defaultValue = "PT24H")
  Duration overlap;

  /** A secret just made; the only moment at which it is told. */
  public record Created(SigningSecret secret, String text) {}

  /**
   * Makes a user's first secret, or the next.
   *
   * @throws Refusal if another request did so at the same moment: only one of two secrets would
   *     sign
   */
  @Transactional
  public Created renew(String owner) {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    Optional<SigningSecret> known = find(owner);
    if (known.isPresent()) {
      rotate(known.get(), fresh);
    } else if (!insert(owner, fresh)) {
      throw changed();
    }
    SigningSecret secret = known.or(() -> find(owner)).orElseThrow();
    return new Created(secret, PREFIX + Base64.getEncoder().encodeToString(fresh));
  }

  private void rotate(SigningSecret secret, byte[] fresh) {
    secret.rotate(fresh, clock.instant(), overlap);
    try {
      entityManager.flush();
    } catch (OptimisticLockException e) {
      throw changed();
    }
  }

  private static Refusal changed() {
    return new Refusal(
        ProblemCode.WEBHOOK_SECRET_CHANGED,
        "Another request of yours replaced the secret at the same moment; use the one in its response, or POST again.");
  }

  /**
   * @return false if another request has just made one
   */
  private boolean insert(String owner, byte[] secret) {
    return entityManager
            .createNativeQuery(
                """
                insert into webhook_secret (owner, secret, created_at)
                values (:owner, :secret, :now)
                on conflict do nothing
                """)
            .setParameter("owner", owner)
            .setParameter("secret", secret)
            .setParameter("now", clock.instant())
            .executeUpdate()
        > 0;
  }

  public Optional<SigningSecret> find(String owner) {
    return Optional.ofNullable(entityManager.find(SigningSecret.class, owner));
  }

  List<byte[]> keys(String owner) {
    return find(owner).map(secret -> secret.keys(clock.instant())).orElse(List.of());
  }
}
