package dev.tiankong.inference;

import java.util.List;

/**
 * Any ranked token, whatever the others are.
 *
 * @param topK how many to offer for a mask alone
 */
record AllCandidates(long[] among, int topK) implements CandidateFilter {

  // As many as a beam search follows up, or it would find others where fewer are asked for.
  @Override
  public int ranked() {
    int ranked = Math.max(topK, JointDecoder.LEAST_BEAMS);
    return among.length == 0 ? ranked : Math.min(ranked, among.length);
  }

  @Override
  public Ranking alone(Ranking ranking) {
    return ranking.first(topK);
  }

  @Override
  public List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings) {
    return rankings;
  }

  /** Of which the model is surest. */
  @Override
  public int next(List<Ranking> permitted) {
    int surest = 0;
    for (int i = 1; i < permitted.size(); i++) {
      if (permitted.get(i).probabilities()[0] > permitted.get(surest).probabilities()[0]) {
        surest = i;
      }
    }
    return surest;
  }
}
