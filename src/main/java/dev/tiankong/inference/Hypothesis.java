package dev.tiankong.inference;

import java.util.Arrays;

/**
 * A text with some of its masks filled.
 *
 * @param places where the text had masks when none was filled
 * @param text as it is now: its masks are those still open
 * @param logProbability of the tokens filled in so far
 */
record Hypothesis(int[] places, TokenizedText text, double logProbability) {

  static Hypothesis of(TokenizedText text) {
    return new Hypothesis(text.masks(), text, 0);
  }

  boolean isComplete() {
    return text.masks().length == 0;
  }

  /**
   * @param open which of the open masks is filled
   */
  Hypothesis fill(int open, long token, float probability) {
    int[] masks = text.masks();
    long[] ids = text.ids().clone();
    ids[masks[open]] = token;
    int[] others = Arrays.stream(masks).filter(mask -> mask != masks[open]).toArray();
    return new Hypothesis(
        places,
        new TokenizedText(text.index(), ids, others),
        logProbability + Math.log(probability));
  }

  /** Which of the places an open mask is. */
  int place(int open) {
    return Arrays.binarySearch(places, text.masks()[open]);
  }

  /** One for each place; a mask where none is filled in. */
  long[] tokens() {
    return Arrays.stream(places).mapToLong(place -> text.ids()[place]).toArray();
  }
}
