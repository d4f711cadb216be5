package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Lets a program in on behalf of a user, until it expires or is revoked, which deletes its row. */
@Entity
@Table(name = "api_token")
public class ApiToken {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "user_name")
  private User user;

  private String name;

  @Enumerated(EnumType.STRING)
  private Role role;

  private byte[] digest;
  private Instant createdAt;
  private Instant expiresAt;
  private Instant lastUsedAt;

  protected ApiToken() {
    // For JPA.
  }

  /**
   * @throws Refusal if the role is more than the user's
   */
  ApiToken(User user, TokenRequest request, TokenSecret secret, Instant now) {
    if (!user.role().includes(request.role())) {
      throw new Refusal(
          ProblemCode.ROLE_TOO_HIGH,
          Sentence.of("Your role is {own}, so your tokens cannot have the role {role}.")
              .with("own", user.role().toString())
              .with("role", request.role().toString()));
    }
    this.id = UUID.randomUUID();
    this.user = user;
    this.name = request.name();
    this.role = request.role();
    this.digest = secret.digest();
    this.createdAt = now;
    this.expiresAt = now.plus(request.validity());
  }

  /** What it may do: its user may have lost a role since it was made. */
  Role power() {
    return role.atMost(user.role());
  }

  /** Whether its last use was so long ago that it should be written down again. */
  boolean wasUnusedFor(Duration interval, Instant now) {
    return lastUsedAt == null || lastUsedAt.plus(interval).isBefore(now);
  }

  /** Whether it is a session that nobody has used for so long that it is over. */
  boolean isIdleSession(Instant now) {
    Instant used = lastUsedAt == null ? createdAt : lastUsedAt;
    return name.equals(TokenRequest.SESSION) && used.plus(SessionCookie.IDLE).isBefore(now);
  }

  User user() {
    return user;
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Role role() {
    return role;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Null until it is used. */
  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
