package dev.tiankong.inference;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Tries whether a model still answers well with less exact weights. */
public final class PrecisionCheck {

  // Where fp32's first two are closer, either could have been first.
  private static final double CLEAR = 0.05;
  private static final FillOptions BEST_TWO = FillOptions.top(2);

  private PrecisionCheck() {}

  /**
   * Fills the same texts in fp32 and in another precision.
   *
   * @param card what will be said of the directory, which need not be finished
   * @param texts with one mask each
   */
  public static PrecisionReport of(
      ModelDirectory directory, ModelCard card, Precision precision, List<String> texts)
      throws IOException {
    return compare(
        answers(directory, card, Precision.FP32, texts),
        answers(directory, card, precision, texts));
  }

  private static List<List<Candidate>> answers(
      ModelDirectory directory, ModelCard card, Precision precision, List<String> texts)
      throws IOException {
    try (DjlMaskFiller filler = DjlMaskFiller.load(directory, card, precision)) {
      return filler.fill(texts, BEST_TWO).stream()
          .map(outcome -> ((FillOutcome.Filled) outcome).masks().get(0).candidates())
          .toList();
    }
  }

  static PrecisionReport compare(List<List<Candidate>> exact, List<List<Candidate>> other) {
    int[] clear = IntStream.range(0, exact.size()).filter(i -> isClear(exact.get(i))).toArray();
    long same =
        IntStream.of(clear)
            .filter(i -> first(exact, i).token().equals(first(other, i).token()))
            .count();
    double drift =
        IntStream.range(0, exact.size())
            .mapToDouble(i -> Math.abs(first(exact, i).score() - first(other, i).score()))
            .average()
            .orElse(0);
    // A model that is always in doubt has shown nothing.
    double sameFirst = clear.length == 0 ? 0 : (double) same / clear.length;
    return new PrecisionReport(exact.size(), sameFirst, drift);
  }

  private static boolean isClear(List<Candidate> candidates) {
    return candidates.get(0).score() - candidates.get(1).score() >= CLEAR;
  }

  private static Candidate first(List<List<Candidate>> answers, int text) {
    return answers.get(text).get(0);
  }
}
