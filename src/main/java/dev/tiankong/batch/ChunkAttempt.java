package dev.tiankong.batch;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One time that a worker began on a chunk. How it ends is written by {@link ChunkAttempts}, without
 * a look at the row first.
 */
@Entity
@Table(name = "chunk_attempt")
class ChunkAttempt {

  @EmbeddedId private AttemptId id;
  private String node;
  private int worker;

  // The database fills it in: its clock is the one that all servers share.
  @Column(insertable = false, updatable = false)
  private Instant startedAt;

  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  private AttemptOutcome outcome;

  private String error;
  private String detail;

  protected ChunkAttempt() {
    // For JPA.
  }

  ChunkAttempt(AttemptId id, WorkerId worker) {
    this.id = id;
    this.node = worker.node();
    this.worker = worker.number();
    this.outcome = AttemptOutcome.RUNNING;
  }
}
