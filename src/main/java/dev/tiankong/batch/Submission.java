package dev.tiankong.batch;

import java.util.List;

/**
 * What a user hands in.
 *
 * @param owner the user's name
 * @param texts at least one, in the order in which the results are read
 */
public record Submission(String owner, BatchOptions options, List<SubmittedText> texts) {

  public Submission {
    texts = List.copyOf(texts);
  }
}
