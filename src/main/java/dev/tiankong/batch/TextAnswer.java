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

  /**
   * The text with the best candidates in place of its masks: the best filling where masks are
   * filled together, otherwise what is best for each. A mask without a candidate stays. Empty for
   * an error and for an answer that does not say where its masks end.
   *
   * @param text the one that was asked
   */
  public Optional<String> filled(String text) {
    if (!fillings.isEmpty()) {
      return Optional.of(fillings.get(0).text());
    }
    if (masks.isEmpty() || masks.stream().anyMatch(mask -> mask.length() == 0)) {
      return Optional.empty();
    }
    StringBuilder filled = new StringBuilder();
    int copied = 0;
    int position = 0;
    for (MaskPredictions mask : masks) {
      int start = text.offsetByCodePoints(copied, mask.position() - position);
      int end = text.offsetByCodePoints(start, mask.length());
      filled.append(text, copied, start).append(mask.best().orElse(text.substring(start, end)));
      copied = end;
      position = mask.position() + mask.length();
    }
    return Optional.of(filled.append(text, copied, text.length()).toString());
  }

  public long characters() {
    return masks.stream().flatMap(mask -> mask.predictions().stream()).count()
        + fillings.stream().mapToLong(filling -> filling.text().length()).sum();
  }
}
