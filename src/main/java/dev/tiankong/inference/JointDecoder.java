package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills all masks of a text so that the words fit each other: a beam search that fills one mask,
 * reads the text again with the word in it, and so on. A filling's probability is the product of
 * those of its words, each given the ones before it; a masked language model defines no other joint
 * probability, and the product depends a little on the order (Wang and Cho 2019, arXiv:1902.04094).
 * The steps of all texts go through the network together.
 */
final class JointDecoder {

  /** The most masks that are filled together. Each costs as many passes as the beam is wide. */
  static final int MOST_MASKS = 8;

  private static final Comparator<Step> LIKELIEST_FIRST =
      Comparator.comparingDouble(Step::logProbability).reversed();

  private final Predictor predictor;
  private final Choice choice;
  private final int topK;

  JointDecoder(Predictor predictor, Choice choice, int topK) {
    this.predictor = predictor;
    this.choice = choice;
    this.topK = topK;
  }

  /**
   * The fillings, best first, of each text that has several masks but no more than {@link
   * #MOST_MASKS} and can be filled.
   *
   * @param predictions for the texts as they are
   * @return by places in the list of texts
   */
  Map<Integer, List<Hypothesis>> decode(
      List<TokenizedText> texts, List<List<Ranking>> predictions) {
    Map<Integer, List<Hypothesis>> complete = new HashMap<>();
    int[] several =
        IntStream.range(0, texts.size())
            .filter(i -> isJoint(texts.get(i).masks().length))
            .toArray();
    List<Hypothesis> open =
        IntStream.of(several).mapToObj(i -> Hypothesis.of(texts.get(i).at(i))).toList();
    List<List<Ranking>> rankings = IntStream.of(several).mapToObj(predictions::get).toList();
    while (!open.isEmpty()) {
      List<Hypothesis> next = new ArrayList<>();
      for (var beam : steps(open, rankings).entrySet()) {
        boolean isLast = beam.getValue().get(0).isLast();
        List<Hypothesis> likeliest =
            beam.getValue().stream()
                .sorted(LIKELIEST_FIRST)
                .limit(isLast ? topK : choice.beams())
                .map(Step::taken)
                .toList();
        if (isLast) {
          complete.put(beam.getKey(), likeliest);
        } else {
          next.addAll(likeliest);
        }
      }
      open = next;
      rankings = predictor.predict(open.stream().map(Hypothesis::text).toList());
    }
    return complete;
  }

  /** How often at most a text is read, the first time included. */
  static int passes(int masks, FillOptions options) {
    if (!isJoint(masks)) {
      return 1;
    }
    if (options.targets().isEmpty()) {
      return 1 + (masks - 1) * FreeChoice.BEAMS;
    }
    // A target is cut into tokens in at most two ways.
    int words = 2 * options.targets().size();
    int passes = 1;
    int beams = 1;
    for (int filled = 1; filled < masks; filled++) {
      beams = Math.min(beams * words, TargetChoice.MOST_BEAMS);
      passes += beams;
    }
    return passes;
  }

  private static boolean isJoint(int masks) {
    return masks > 1 && masks <= MOST_MASKS;
  }

  /** A word for the next mask of an unfinished filling. */
  private record Step(Hypothesis from, int mask, long token, float probability) {

    double logProbability() {
      return from.logProbability() + Math.log(probability);
    }

    boolean isLast() {
      return from.text().masks().length == 1;
    }

    Hypothesis taken() {
      return from.fill(mask, token, probability);
    }
  }

  /** By places in the list of texts. */
  private Map<Integer, List<Step>> steps(List<Hypothesis> open, List<List<Ranking>> rankings) {
    return IntStream.range(0, open.size())
        .boxed()
        .flatMap(i -> steps(open.get(i), rankings.get(i)))
        .collect(
            Collectors.groupingBy(
                step -> step.from().text().index(), TreeMap::new, Collectors.toList()));
  }

  private Stream<Step> steps(Hypothesis hypothesis, List<Ranking> rankings) {
    List<Ranking> permitted = choice.together(hypothesis, rankings);
    if (permitted.stream().anyMatch(ranking -> ranking.size() == 0)) {
      return Stream.empty();
    }
    int mask = choice.next(permitted);
    Ranking ranking = permitted.get(mask);
    return IntStream.range(0, Math.min(ranking.size(), Math.max(topK, choice.beams())))
        .mapToObj(i -> new Step(hypothesis, mask, ranking.ids()[i], ranking.probabilities()[i]));
  }
}
