package dev.tiankong.task;

import java.util.List;
import java.util.Optional;

/** A task together with options that it can follow; good for any number of texts. */
public interface PreparedTask {

  /** The options with everything filled in that was left to the task. */
  TaskOptions options();

  /**
   * What answers depend on besides the options: a digest of the model's weights, and a version that
   * grows when the same options lead to other answers than before, which must not be reused.
   */
  String weights();

  /** Why this text can never be answered, as far as can be told at once. */
  Optional<ItemError> refuse(String text);

  /** What in a text that is not refused was perhaps meant otherwise, in the order of the text. */
  default List<ItemWarning> warnings(String text) {
    return List.of();
  }

  /** An upper bound of the text's tokens, or of whatever else takes the task's time. */
  int cost(String text);
}
