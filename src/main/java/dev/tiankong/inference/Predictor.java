package dev.tiankong.inference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks tokens for the masks of any number of texts of any length. */
final class Predictor {

  private final NeuralNetwork network;
  private final int window;
  private final CandidateFilter choice;

  /**
   * @param window tokens that the model reads at a time
   */
  Predictor(NeuralNetwork network, int window, CandidateFilter choice) {
    this.network = network;
    this.window = window;
    this.choice = choice;
  }

  /** For every text a ranking for each of its masks. */
  List<List<Ranking>> predict(List<TokenizedText> texts) {
    Readings readings = Readings.of(texts, window);
    Map<Integer, List<Ranking>> read = new HashMap<>();
    for (List<TokenizedText> group : TokenBudget.groups(readings.windows())) {
      List<Ranking> rankings = network.rank(group, choice);
      int first = 0;
      for (TokenizedText part : group) {
        int next = first + part.masks().length;
        read.put(part.index(), rankings.subList(first, next));
        first = next;
      }
    }
    return readings.ofTexts().stream()
        .map(parts -> parts.stream().flatMap(part -> read.get(part).stream()).toList())
        .toList();
  }
}
