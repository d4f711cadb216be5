package dev.tiankong.inference;

import java.util.List;

/** Any token, whatever the others are. */
record FreeChoice(long[] among, int topK) implements Choice {

  /** The answers to a text must not depend on how many of them are asked for. */
  static final int BEAMS = 5;

  @Override
  public int ranked() {
    return Math.max(topK, BEAMS);
  }

  @Override
  public int beams() {
    return BEAMS;
  }

  /** The one of which the model is surest: it tells most about the others. */
  @Override
  public int next(List<Ranking> rankings) {
    int surest = 0;
    for (int i = 1; i < rankings.size(); i++) {
      if (rankings.get(i).probabilities()[0] > rankings.get(surest).probabilities()[0]) {
        surest = i;
      }
    }
    return surest;
  }

  @Override
  public Ranking alone(Ranking ranking) {
    return ranking.first(topK);
  }

  @Override
  public List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings) {
    return rankings;
  }
}
