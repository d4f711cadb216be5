package dev.tiankong.batch;

/**
 * One text on its way in.
 *
 * @param error what is already known to be wrong with it, or null
 * @param customId the client's own name for it, or null
 * @param input a JSON object with whatever else came with it, or null
 * @param line of the body in which it ends, from 1
 */
public record SubmittedText(String text, ItemError error, String customId, String input, int line) {

  public static SubmittedText of(String text) {
    return new SubmittedText(text, null, null, null, 1);
  }
}
