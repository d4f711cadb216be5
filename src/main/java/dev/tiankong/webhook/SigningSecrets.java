package dev.tiankong.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

  /** Makes a user's first secret, or the next. */
  @Transactional
  public Created renew(String owner) {
    byte[] fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    SigningSecret secret =
        entityManager.find(SigningSecret.class, owner, LockModeType.PESSIMISTIC_WRITE);
    if (secret == null) {
      secret = new SigningSecret(owner, fresh, clock.instant());
      entityManager.persist(secret);
    } else {
      secret.rotate(fresh, clock.instant(), overlap);
    }
    return new Created(secret, PREFIX + Base64.getEncoder().encodeToString(fresh));
  }

  public Optional<SigningSecret> find(String owner) {
    return Optional.ofNullable(entityManager.find(SigningSecret.class, owner));
  }

  List<byte[]> keys(String owner) {
    return find(owner).map(secret -> secret.keys(clock.instant())).orElse(List.of());
  }
}
