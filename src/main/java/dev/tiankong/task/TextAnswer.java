package dev.tiankong.task;

import java.util.Optional;

/**
 * What became of one text: an answer, or an error.
 *
 * @param content a JSON document in the task's own words, which is stored as it is; null for an
 *     error
 * @param error why there is no answer
 */
public record TextAnswer(String content, Optional<ItemError> error) {

  public static TextAnswer of(String content) {
    return new TextAnswer(content, Optional.empty());
  }

  public static TextAnswer failed(ItemError error) {
    return new TextAnswer(null, Optional.of(error));
  }
}
