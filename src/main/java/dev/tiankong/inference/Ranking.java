package dev.tiankong.inference;

/**
 * What may stand at one mask, best first.
 *
 * @param probabilities of the tokens at the same places of {@code ids}, out of the whole vocabulary
 */
record Ranking(long[] ids, float[] probabilities) {

  int size() {
    return ids.length;
  }
}
