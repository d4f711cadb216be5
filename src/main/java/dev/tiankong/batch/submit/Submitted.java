package dev.tiankong.batch.submit;

import dev.tiankong.batch.Batch;

/**
 * What became of a submission.
 *
 * @param isReplay whether it is the batch that the same submission became earlier
 */
public record Submitted(Batch batch, boolean isReplay) {}
