package dev.tiankong.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What signs a user's webhooks. After a change the one before signs, too, for a while. */
@Entity
@Table(name = "webhook_secret")
public class SigningSecret {

  @Id private String owner;
  private byte[] secret;
  private byte[] previous;
  private Instant previousUntil;
  private Instant createdAt;

  // Written by Hibernate alone.
  @Version private int version;

  protected SigningSecret() {
    // For JPA.
  }

  /**
   * @param overlap how long receivers have to learn the new one
   */
  void rotate(byte[] fresh, Instant now, Duration overlap) {
    previous = secret;
    previousUntil = now.plus(overlap);
    secret = fresh;
    createdAt = now;
  }

  /** All that sign now, the latest first. */
  List<byte[]> keys(Instant now) {
    return previousUntil != null && now.isBefore(previousUntil)
        ? List.of(secret, previous)
        : List.of(secret);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Until when the one before signs, too; empty if there was none. */
  public Optional<Instant> previousUntil() {
    return Optional.ofNullable(previousUntil);
  }
}
