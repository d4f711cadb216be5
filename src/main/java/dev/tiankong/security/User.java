package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Somebody who signs in with a name and a password. One who is deleted keeps the name, since
 * batches carry it, and nothing else.
 */
@Entity
@Table(name = "app_user")
public class User {

  /** The first user, whose password comes from the configuration. */
  static final String BUILT_IN = "admin";

  @Id private String name;

  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  private Instant createdAt;
  private Instant deletedAt;

  protected User() {
    // For JPA.
  }

  User(String name, String passwordHash, Role role, Instant now) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.role = role;
    this.createdAt = now;
  }

  void changePassword(String hash) {
    passwordHash = hash;
  }

  /**
   * @throws Refusal for the built-in user, who is the way back in when all others are gone
   */
  void changeRole(Role role) {
    if (role != this.role) {
      requireNotBuiltIn("must stay an operator");
      this.role = role;
    }
  }

  /**
   * @throws Refusal for the built-in user
   */
  void delete(Instant now) {
    requireNotBuiltIn("cannot be deleted");
    passwordHash = null;
    deletedAt = now;
  }

  private void requireNotBuiltIn(String what) {
    if (isBuiltIn()) {
      throw new Refusal(
          ProblemCode.BUILT_IN_USER,
          Sentence.of("{user} is the built-in user and %s.".formatted(what)).with("user", name));
    }
  }

  /** Whether it stays, whatever happens: it can be neither demoted nor deleted. */
  public boolean isBuiltIn() {
    return name.equals(BUILT_IN);
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  String passwordHash() {
    return passwordHash;
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
}
