package dev.tiankong.inference;

import java.util.List;

/**
 * All masks of a text filled together, so that the words fit each other.
 *
 * @param tokens one for each mask, in the order of the text
 * @param text the text with the tokens in the masks' places
 * @param score the joint probability of the tokens, in [0, 1]: the product of each one's, given
 *     those that were filled in before it. Among targets masks are filled from left to right,
 *     otherwise first the one of which the model is surest
 */
public record Filling(List<String> tokens, String text, float score) {

  public Filling {
    tokens = List.copyOf(tokens);
  }
}
