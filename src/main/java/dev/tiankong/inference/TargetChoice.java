package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Nothing but given words. A mask alone takes words of one token. A run of masks side by side takes
 * any words that have as many tokens together as it has masks.
 */
final class TargetChoice implements Choice {

  /** All words that fit, unless there are very many. */
  static final int MOST_BEAMS = 100;

  private final TargetWords words;
  private final int topK;
  private final long[] among;

  TargetChoice(TargetWords words, int topK) {
    this.words = words;
    this.topK = topK;
    this.among = words.ids();
  }

  @Override
  public long[] among() {
    return among;
  }

  // All: a token that is unlikely at its mask may belong to the only word that fits.
  @Override
  public int ranked() {
    return among.length;
  }

  @Override
  public int beams() {
    return MOST_BEAMS;
  }

  /** From left to right, so that the score of a word does not depend on what else is named. */
  @Override
  public int next(List<Ranking> rankings) {
    return 0;
  }

  @Override
  public Ranking alone(Ranking ranking) {
    return ranking.only(words.single()).first(topK);
  }

  @Override
  public List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings) {
    long[] tokens = hypothesis.tokens();
    List<Set<Long>> fitting = fitting(hypothesis.places(), tokens);
    Iterator<Ranking> open = rankings.iterator();
    List<Ranking> restricted = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      if (words.isOpen(tokens[i])) {
        restricted.add(open.next().only(fitting.get(i)));
      }
    }
    return restricted;
  }

  private List<Set<Long>> fitting(int[] places, long[] tokens) {
    List<Set<Long>> fitting = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= places.length; end++) {
      if (end == places.length || places[end] > places[end - 1] + 1) {
        fitting.addAll(words.fitting(Arrays.copyOfRange(tokens, start, end)));
        start = end;
      }
    }
    return fitting;
  }
}
