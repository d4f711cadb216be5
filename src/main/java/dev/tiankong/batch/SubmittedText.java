package dev.tiankong.batch;

import dev.tiankong.task.ItemError;
import dev.tiankong.task.PreparedTask;
import java.util.Optional;

/**
 * One text on its way in.
 *
 * @param error what is already known to be wrong with it, or null
 * @param customId the client's own name for it, or null
 * @param input a JSON object with whatever else came with it, or null
 * @param line of the body in which it ends, from 1
 */
public record SubmittedText(String text, ItemError error, String customId, String input, int line) {

  /** Why it can never be answered: what was seen as it came in, or else what the task says. */
  public Optional<ItemError> refusedBy(PreparedTask task) {
    return Optional.ofNullable(error).or(() -> task.refuse(text));
  }

  public static SubmittedText of(String text) {
    return new SubmittedText(text, null, null, null, 1);
  }
}
