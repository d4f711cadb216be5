package dev.tiankong.audit;

import dev.tiankong.wording.Excerpt;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;

/** One call. Never its body, nor what stands behind the question mark: there may be secrets. */
@Entity
@Table(name = "audit")
class AuditEntry {

  private static final int MAX_METHOD = 20;
  private static final int MAX_PATH = 500;
  private static final int MAX_ADDRESS = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Instant at;
  private String userName;
  private UUID tokenId;
  private String method;
  private String path;
  private String remoteAddress;
  private Integer status;

  protected AuditEntry() {
    // For JPA.
  }

  AuditEntry(String userName, UUID tokenId, HttpServletRequest request, String path) {
    this.userName = userName;
    this.tokenId = tokenId;
    this.method = Excerpt.of(request.getMethod(), MAX_METHOD);
    this.path = Excerpt.of(path, MAX_PATH);
    this.remoteAddress = Excerpt.of(request.getRemoteAddr(), MAX_ADDRESS);
  }

  void begin(Instant now) {
    at = now;
  }

  void end(int status) {
    this.status = status;
  }

  Long id() {
    return id;
  }

  Instant at() {
    return at;
  }

  String userName() {
    return userName;
  }

  /** Null if it was a password. */
  UUID tokenId() {
    return tokenId;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String remoteAddress() {
    return remoteAddress;
  }

  /** Null while the call runs, and for ever if the server died in it. */
  Integer status() {
    return status;
  }
}
