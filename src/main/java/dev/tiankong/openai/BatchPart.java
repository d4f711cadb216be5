package dev.tiankong.openai;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A batch of ours that does a part of the work: the requests with equal options. */
@Entity
@Table(name = "openai_batch_part")
class BatchPart {

  @Id private UUID batchId;

  @Column(name = "openai_batch_id")
  private UUID wholeId;

  private int number;

  protected BatchPart() {
    // For JPA.
  }

  BatchPart(OpenAiBatch whole, int number, UUID batchId) {
    this.wholeId = whole.id();
    this.number = number;
    this.batchId = batchId;
  }

  UUID wholeId() {
    return wholeId;
  }
}
