package dev.tiankong.batch;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * @param chunk number of the chunk in its batch, from 0
 * @param attempt number of the attempt at that chunk, from 1
 */
@Embeddable
record AttemptId(UUID batchId, int chunk, int attempt) {

  AttemptId(ChunkId chunk, int attempt) {
    this(chunk.batchId(), chunk.number(), attempt);
  }
}
