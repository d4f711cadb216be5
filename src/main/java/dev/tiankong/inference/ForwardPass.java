package dev.tiankong.inference;

import java.time.Duration;
import java.util.List;

/**
 * The network read a group of texts; told to whoever observes it.
 *
 * @param tokens of the texts
 * @param padding what fills the shorter texts up to the length of the longest
 */
public record ForwardPass(Duration time, int tokens, int padding) {

  /**
   * @param group longest text first
   */
  static ForwardPass of(List<TokenizedText> group, Duration time) {
    int tokens = group.stream().mapToInt(TokenizedText::length).sum();
    return new ForwardPass(time, tokens, group.size() * group.get(0).length() - tokens);
  }
}
