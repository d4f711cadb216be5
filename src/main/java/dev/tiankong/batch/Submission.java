package dev.tiankong.batch;

import dev.tiankong.task.TaskOptions;
import java.util.Optional;

/**
 * What a user hands in.
 *
 * @param owner the user's name
 * @param task the name of what is to be done with each text
 * @param label what its owner says about it
 * @param key empty unless the user wants to be able to hand it in twice
 * @param texts at least one, in the order in which the results are read
 */
public record Submission(
    String owner,
    String task,
    TaskOptions options,
    Label label,
    Optional<IdempotencyKey> key,
    SubmittedTexts texts) {}
