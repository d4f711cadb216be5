package dev.tiankong.batch;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * @param number place in the batch, from 0
 */
@Embeddable
public record ChunkId(UUID batchId, int number) {

  @Override
  public String toString() {
    return batchId + "/" + number;
  }
}
