package dev.tiankong.inference;

import java.util.List;

/**
 * How blanks are to be filled.
 *
 * @param topK candidates for each mask and fillings for each text, 1 to {@link
 *     MaskFiller#MAX_TOP_K}
 * @param targets the only words to choose from; empty for the whole vocabulary
 * @param looseMasks whether blanks may also be written as people write them: {@code ____}, {@code （
 *     ）}, {@code ＿}
 */
public record FillOptions(
    int topK, List<String> targets, CandidateKind candidates, boolean looseMasks) {

  /** The most words that can be named as targets. */
  public static final int MAX_TARGETS = 1000;

  public FillOptions {
    if (topK < 1 || topK > MaskFiller.MAX_TOP_K) {
      throw new IllegalArgumentException(
          "topK must be 1 to " + MaskFiller.MAX_TOP_K + ", not " + topK);
    }
    if (targets.size() > MAX_TARGETS) {
      throw new IllegalArgumentException(
          "At most %d targets are allowed, not %d".formatted(MAX_TARGETS, targets.size()));
    }
    if (targets.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("A target must have a character");
    }
    targets = targets.stream().distinct().toList();
  }

  /** The {@code k} best candidates of the whole vocabulary. */
  public static FillOptions top(int k) {
    return new FillOptions(k, List.of(), CandidateKind.ANY, false);
  }
}
