package dev.tiankong.batch;

/**
 * A client's own name for a submission, under which it can be handed in again without becoming a
 * second batch.
 *
 * @param bodyDigest of the body that came with it
 */
public record IdempotencyKey(String value, String bodyDigest) {}
