package dev.tiankong.batch;

import java.util.UUID;

/** A chunk of the batch has its results; to be heard of once they are committed. */
public record ChunkEnded(UUID batchId) {}
