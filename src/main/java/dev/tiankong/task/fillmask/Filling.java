package dev.tiankong.task.fillmask;

import java.util.List;

/**
 * All masks of a text filled together.
 *
 * @param tokens one for each mask, in the order of the text
 * @param text the text with the tokens in the masks' places
 * @param score the joint probability of the tokens, in [0, 1]
 */
public record Filling(List<String> tokens, String text, float score) {

  public Filling {
    tokens = List.copyOf(tokens);
  }
}
