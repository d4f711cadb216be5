package dev.tiankong.batch.query;

import dev.tiankong.task.ItemError;
import java.util.List;

/**
 * The items of a batch that failed for the same reason.
 *
 * @param examples the first of them, one at least
 */
public record FailureGroup(String code, long count, List<Example> examples) {

  public FailureGroup {
    examples = List.copyOf(examples);
  }

  /**
   * @param text how it begins
   */
  public record Example(int index, String text, ItemError error) {}
}
