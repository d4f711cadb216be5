package dev.tiankong.batch.query;

import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.store.StoredAnswer;
import dev.tiankong.batch.store.StoredWarnings;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.task.TextAnswer;
import java.util.List;
import java.util.Optional;

/**
 * An item as a reader sees it.
 *
 * @param index place in the submitted batch, from 0
 * @param customId the client's own name for it, or null
 * @param input a JSON object with what else came with the text, or null
 * @param warnings about the text, in its order
 * @param answer empty while it is pending, and if it was cancelled
 */
public record ItemAnswer(
    int index,
    String text,
    String customId,
    String input,
    List<ItemWarning> warnings,
    ItemState state,
    Optional<TextAnswer> answer) {

  /** As a query finds it. */
  ItemAnswer(
      int index,
      String text,
      String customId,
      String input,
      StoredWarnings warnings,
      ItemState state,
      StoredAnswer answer) {
    this(
        index,
        text,
        customId,
        input,
        warnings == null ? List.of() : warnings.about(text),
        state,
        Optional.ofNullable(answer).map(StoredAnswer::answer));
  }

  /** All that it holds, near enough to tell long ones from short ones. */
  long characters() {
    return text.length()
        + (input == null ? 0 : input.length())
        + answer.map(TextAnswer::content).map(String::length).orElse(0);
  }
}
