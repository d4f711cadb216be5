package dev.tiankong.inference;

import java.util.List;

/** Any ranked token, whatever the others are. */
record FreeChoice(long[] among, int ranked) implements Choice {

  @Override
  public Ranking alone(Ranking ranking) {
    return ranking;
  }

  @Override
  public List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings) {
    return rankings;
  }
}
