package dev.tiankong.batch;

import java.util.List;
import java.util.Optional;

/**
 * What a user hands in.
 *
 * @param owner the user's name
 * @param priority from {@link #LOWEST} to {@link #HIGHEST}
 * @param key empty unless the user wants to be able to hand it in twice
 * @param texts at least one, in the order in which the results are read
 */
public record Submission(
    String owner,
    BatchOptions options,
    int priority,
    Optional<IdempotencyKey> key,
    List<SubmittedText> texts) {

  public static final int LOWEST = 0;
  public static final int HIGHEST = 9;
  public static final int DEFAULT_PRIORITY = 4;

  public Submission {
    texts = List.copyOf(texts);
  }
}
