package dev.tiankong.batch;

import java.util.List;
import java.util.Optional;

/** An item beside its result, if it has one yet. */
public record ItemAnswer(Item item, ItemResult result) {

  public int index() {
    return item.id().index();
  }

  public String text() {
    return item.text();
  }

  public ItemState state() {
    return result == null ? ItemState.PENDING : result.state();
  }

  public List<MaskPredictions> masks() {
    return result == null ? List.of() : result.masks();
  }

  public Optional<ItemError> error() {
    return Optional.ofNullable(result).flatMap(ItemResult::error);
  }
}
