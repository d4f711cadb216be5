package dev.tiankong.batch;

import java.util.List;
import java.util.Optional;

/**
 * What became of one text: predictions, or an error.
 *
 * @param masks the predictions of each mask in the order of the text, equally many for each
 * @param fillings of all masks together, best first; empty unless there are several masks
 * @param error why there are no predictions
 */
public record TextAnswer(
    List<MaskPredictions> masks, List<Filling> fillings, Optional<ItemError> error) {

  public TextAnswer {
    masks = List.copyOf(masks);
    fillings = List.copyOf(fillings);
  }

  public static TextAnswer of(List<MaskPredictions> masks, List<Filling> fillings) {
    return new TextAnswer(masks, fillings, Optional.empty());
  }

  public static TextAnswer failed(ItemError error) {
    return new TextAnswer(List.of(), List.of(), Optional.of(error));
  }

  long characters() {
    return masks.stream().flatMap(mask -> mask.predictions().stream()).count()
        + fillings.stream().mapToLong(filling -> filling.text().length()).sum();
  }
}
