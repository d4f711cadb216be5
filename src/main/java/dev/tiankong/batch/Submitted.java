package dev.tiankong.batch;

/**
 * What became of a submission.
 *
 * @param isReplay whether it is the batch that the same submission became earlier
 */
public record Submitted(Batch batch, boolean isReplay) {}
