package dev.tiankong.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "app_user")
class User {

  @Id private String name;

  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  private Instant createdAt;

  protected User() {
    // For JPA.
  }

  User(String name, String passwordHash, Role role, Instant now) {
    this.name = name;
    this.passwordHash = passwordHash;
    this.role = role;
    this.createdAt = now;
  }

  String passwordHash() {
    return passwordHash;
  }

  void changePassword(String hash) {
    passwordHash = hash;
  }

  Role role() {
    return role;
  }
}
