package dev.tiankong.work;

import dev.tiankong.batch.ChunkId;
import java.time.Instant;

/**
 * What one worker is at.
 *
 * @param chunk null if it waits for one
 * @param since when it began on the chunk; null without one
 * @param chunks finished in the last minute
 * @param texts answered in the last minute
 */
public record Activity(ChunkId chunk, Instant since, int chunks, int texts) {}
