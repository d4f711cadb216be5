package dev.tiankong.batch;

import dev.tiankong.wording.Excerpt;

/**
 * Why an attempt failed.
 *
 * @param summary one line, of at most 1,000 characters
 * @param detail the stack trace, which is cut off after 10,000 characters; null if there is none
 */
public record AttemptError(String summary, String detail) {

  private static final int MOST_CHARACTERS = 10_000;

  public AttemptError {
    detail = detail == null ? null : Excerpt.of(detail, MOST_CHARACTERS);
  }
}
