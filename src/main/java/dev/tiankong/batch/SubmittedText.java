package dev.tiankong.batch;

/**
 * @param error what is already known to be wrong with it, or null
 */
public record SubmittedText(String text, ItemError error) {

  public static SubmittedText of(String text) {
    return new SubmittedText(text, null);
  }
}
