package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Ranks tokens for the masks of any number of texts of any length. */
final class Predictor {

  private final Network network;
  private final int window;
  private final int topK;

  /**
   * @param window tokens that the model reads at a time
   */
  Predictor(Network network, int window, int topK) {
    this.network = network;
    this.window = window;
    this.topK = topK;
  }

  /** For every text a ranking for each of its masks. */
  List<List<Ranking>> predict(List<TokenizedText> texts) {
    List<List<Ranking>> predictions = new ArrayList<>();
    List<TokenizedText> windows = new ArrayList<>();
    for (TokenizedText text : texts) {
      windows.addAll(Windows.of(text.at(predictions.size()), window));
      predictions.add(new ArrayList<>());
    }
    // The windows of one text stay in order: they are equally long, and the sorting is stable.
    for (List<TokenizedText> group : TokenBudget.groups(windows)) {
      Iterator<Ranking> rankings = network.rank(group, topK).iterator();
      for (TokenizedText read : group) {
        for (int i = 0; i < read.masks().length; i++) {
          predictions.get(read.index()).add(rankings.next());
        }
      }
    }
    return predictions;
  }
}
