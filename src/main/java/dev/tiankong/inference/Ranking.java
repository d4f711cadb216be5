package dev.tiankong.inference;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may stand at one mask, best first.
 *
 * @param probabilities of the tokens at the same places of {@code ids}, out of the whole vocabulary
 */
record Ranking(long[] ids, float[] probabilities) {

  int size() {
    return ids.length;
  }

  Ranking only(Set<Long> permitted) {
    int[] kept = IntStream.range(0, size()).filter(i -> permitted.contains(ids[i])).toArray();
    long[] keptIds = new long[kept.length];
    float[] keptProbabilities = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptIds[i] = ids[kept[i]];
      keptProbabilities[i] = probabilities[kept[i]];
    }
    return new Ranking(keptIds, keptProbabilities);
  }

  Ranking first(int most) {
    int size = Math.min(most, size());
    return new Ranking(Arrays.copyOf(ids, size), Arrays.copyOf(probabilities, size));
  }
}
