package dev.tiankong.batch;

import java.util.List;
import java.util.Optional;

/** A task together with valid options; good for any number of texts. */
public interface PreparedTask {

  /** The options with everything filled in that was left to the task. */
  BatchOptions options();

  /** Equal for two tasks whose answers to every text are the same. */
  String fingerprint();

  /** Why this text can never be answered, as far as can be told at once. */
  Optional<ItemError> refuse(String text);

  /** Why it can never be answered: what was seen as it came in, or else what the task says. */
  default Optional<ItemError> refuse(SubmittedText text) {
    return Optional.ofNullable(text.error()).or(() -> refuse(text.text()));
  }

  /** What in a text that is not refused was perhaps meant otherwise, in the order of the text. */
  default List<ItemWarning> warnings(String text) {
    return List.of();
  }

  /** An upper bound of the text's tokens. */
  int cost(String text);
}
