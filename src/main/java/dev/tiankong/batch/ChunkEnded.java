package dev.tiankong.batch;

import java.util.UUID;

/**
 * A chunk of the batch has its results; to be heard of once they are committed.
 *
 * @param givenUp whether its attempts were used up
 * @param succeeded texts with an answer, those of duplicates included, but not those known earlier
 */
public record ChunkEnded(UUID batchId, boolean givenUp, int succeeded, int failed) {}
