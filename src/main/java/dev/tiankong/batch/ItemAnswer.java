package dev.tiankong.batch;

import java.util.Optional;

/**
 * An item as a reader sees it.
 *
 * @param index place in the submitted batch, from 0
 * @param answer empty while it is pending, and if it was cancelled
 */
public record ItemAnswer(int index, String text, ItemState state, Optional<TextAnswer> answer) {

  /** An item beside its result, which is null if it has none yet. */
  ItemAnswer(Item item, ItemResult result) {
    this(
        item.id().index(),
        item.text(),
        result == null ? ItemState.PENDING : result.state(),
        Optional.ofNullable(result).flatMap(ItemResult::answer));
  }
}
