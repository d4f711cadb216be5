package dev.tiankong.batch;

import java.util.Optional;

/**
 * What a user hands in.
 *
 * @param owner the user's name
 * @param label what its owner says about it
 * @param key empty unless the user wants to be able to hand it in twice
 * @param texts at least one, in the order in which the results are read
 */
public record Submission(
    String owner,
    BatchOptions options,
    Label label,
    Optional<IdempotencyKey> key,
    SubmittedTexts texts) {}
