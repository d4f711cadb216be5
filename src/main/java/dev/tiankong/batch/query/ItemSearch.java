package dev.tiankong.batch.query;

import dev.tiankong.batch.ItemState;
import java.util.Optional;

/**
 * What somebody looks for among the items of a batch; whatever is empty does not matter.
 *
 * @param error the code of a failure
 * @param warned whether only items with warnings are wanted
 * @param text a part of the text, whether in capitals or not
 * @param last the index to look no further than
 */
public record ItemSearch(
    Optional<ItemState> state,
    Optional<String> error,
    boolean warned,
    Optional<String> text,
    Optional<Integer> last) {

  public static final ItemSearch ALL = of(Optional.empty());

  public static ItemSearch of(ItemState state) {
    return of(Optional.of(state));
  }

  private static ItemSearch of(Optional<ItemState> state) {
    return new ItemSearch(state, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  public ItemSearch upTo(int index) {
    return new ItemSearch(state, error, warned, text, Optional.of(index));
  }
}
