package dev.tiankong.batch.store;

import dev.tiankong.task.ItemWarning;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.IntStream;

/** Warnings about a text in columns, all of them null for a text without any. */
@Embeddable
public class StoredWarnings {

  private String[] warningCodes;
  private int[] warningPositions;
  private int[] warningLengths;
  private String[] warningSuggestions;

  protected StoredWarnings() {
    // For JPA.
  }

  StoredWarnings(List<ItemWarning> warnings) {
    if (!warnings.isEmpty()) {
      warningCodes = warnings.stream().map(ItemWarning::code).toArray(String[]::new);
      warningPositions = warnings.stream().mapToInt(ItemWarning::position).toArray();
      warningLengths = warnings.stream().mapToInt(ItemWarning::length).toArray();
      warningSuggestions = warnings.stream().map(ItemWarning::suggestion).toArray(String[]::new);
    }
  }

  String[] codes() {
    return warningCodes;
  }

  int[] positions() {
    return warningPositions;
  }

  int[] lengths() {
    return warningLengths;
  }

  String[] suggestions() {
    return warningSuggestions;
  }

  /**
   * @param text the one that they are about
   */
  public List<ItemWarning> about(String text) {
    return IntStream.range(0, warningCodes.length).mapToObj(i -> warning(i, text)).toList();
  }

  private ItemWarning warning(int i, String text) {
    int start = text.offsetByCodePoints(0, warningPositions[i]);
    int end = text.offsetByCodePoints(start, warningLengths[i]);
    return new ItemWarning(
        warningCodes[i],
        warningPositions[i],
        warningLengths[i],
        text.substring(start, end),
        warningSuggestions[i]);
  }
}
