package dev.tiankong.openai;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody uploaded, or as which the answers of a batch are read. The latter has no
 * content of its own: it is written from the answers whenever it is read.
 */
@Entity
@Table(name = "openai_file")
class StoredFile {

  @Id private UUID id;
  private String owner;
  private String name;

  @Enumerated(EnumType.STRING)
  private FileKind kind;

  private long bytes;

  @Column(name = "openai_batch_id")
  private UUID batchId;

  private Instant createdAt;
  private Instant expiresAt;

  protected StoredFile() {
    // For JPA.
  }

  static StoredFile uploaded(String owner, String name, long bytes, Instant now, Instant expiry) {
    StoredFile file = new StoredFile();
    file.id = UUID.randomUUID();
    file.owner = owner;
    file.name = name;
    file.kind = FileKind.INPUT;
    file.bytes = bytes;
    file.createdAt = now;
    file.expiresAt = expiry;
    return file;
  }

  /**
   * @param expiry null if its batch is kept for ever
   */
  static StoredFile of(OpenAiBatch batch, FileKind kind, long bytes, Instant now, Instant expiry) {
    StoredFile file =
        uploaded(
            batch.owner(),
            "%s_%s.jsonl"
                .formatted(
                    PublicId.BATCH.of(batch.id()), kind == FileKind.OUTPUT ? "output" : "error"),
            bytes,
            now,
            expiry);
    file.kind = kind;
    file.batchId = batch.id();
    return file;
  }

  UUID id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String name() {
    return name;
  }

  FileKind kind() {
    return kind;
  }

  long bytes() {
    return bytes;
  }

  /** Null if it was uploaded. */
  UUID batchId() {
    return batchId;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Null if it is kept for ever. */
  Instant expiresAt() {
    return expiresAt;
  }
}
