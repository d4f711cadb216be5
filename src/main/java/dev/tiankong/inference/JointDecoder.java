package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills all masks of a text so that the words fit each other: a beam search that fills the mask of
 * which the model is surest, reads the text again with the word in it, and so on. The steps of all
 * texts go through the network together.
 */
final class JointDecoder {

  /** The most masks that are filled together. Each costs as many passes as the beam is wide. */
  static final int MOST_MASKS = 8;

  /** The most unfinished fillings of one text that are followed up. */
  static final int MOST_BEAMS = 5;

  private static final Comparator<Hypothesis> BEST_FIRST =
      Comparator.comparingDouble(Hypothesis::logProbability).reversed();

  private final Predictor predictor;
  private final int topK;

  JointDecoder(Predictor predictor, int topK) {
    this.predictor = predictor;
    this.topK = topK;
  }

  /**
   * The fillings, best first, of each text that has several masks but no more than {@link
   * #MOST_MASKS}.
   *
   * @param predictions for the texts as they are
   * @return by places in the list of texts
   */
  Map<Integer, List<Hypothesis>> decode(
      List<TokenizedText> texts, List<List<Ranking>> predictions) {
    Map<Integer, List<Hypothesis>> complete = new HashMap<>();
    int[] several = IntStream.range(0, texts.size()).filter(i -> isJoint(texts.get(i))).toArray();
    List<Hypothesis> open =
        IntStream.of(several).mapToObj(i -> Hypothesis.of(texts.get(i).at(i))).toList();
    List<List<Ranking>> rankings = IntStream.of(several).mapToObj(predictions::get).toList();
    while (!open.isEmpty()) {
      List<Hypothesis> next = new ArrayList<>();
      for (var beam : extend(open, rankings).entrySet()) {
        if (beam.getValue().get(0).isComplete()) {
          complete.put(beam.getKey(), best(beam.getValue(), topK));
        } else {
          next.addAll(best(beam.getValue(), Math.min(topK, MOST_BEAMS)));
        }
      }
      open = next;
      rankings = predictor.predict(open.stream().map(Hypothesis::text).toList());
    }
    return complete;
  }

  private static boolean isJoint(TokenizedText text) {
    return text.masks().length > 1 && text.masks().length <= MOST_MASKS;
  }

  private Map<Integer, List<Hypothesis>> extend(
      List<Hypothesis> open, List<List<Ranking>> rankings) {
    return IntStream.range(0, open.size())
        .boxed()
        .flatMap(i -> extend(open.get(i), rankings.get(i)).stream())
        .collect(
            Collectors.groupingBy(
                extended -> extended.text().index(), TreeMap::new, Collectors.toList()));
  }

  private List<Hypothesis> extend(Hypothesis hypothesis, List<Ranking> rankings) {
    int surest = surest(rankings);
    Ranking ranking = rankings.get(surest);
    return IntStream.range(0, Math.min(topK, ranking.size()))
        .mapToObj(i -> hypothesis.fill(surest, ranking.ids()[i], ranking.probabilities()[i]))
        .toList();
  }

  private static int surest(List<Ranking> rankings) {
    int surest = 0;
    for (int i = 1; i < rankings.size(); i++) {
      if (rankings.get(i).probabilities()[0] > rankings.get(surest).probabilities()[0]) {
        surest = i;
      }
    }
    return surest;
  }

  private static List<Hypothesis> best(List<Hypothesis> beam, int most) {
    return beam.stream().sorted(BEST_FIRST).limit(most).toList();
  }
}
