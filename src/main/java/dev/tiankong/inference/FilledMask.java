package dev.tiankong.inference;

import java.util.List;

/**
 * What may stand in one mask of a text.
 *
 * @param position where the mask starts in the text, in Unicode code points from 0
 * @param length of the mask as it is written in the text, in Unicode code points
 * @param candidates best first
 */
public record FilledMask(int position, int length, List<Candidate> candidates) {

  public FilledMask {
    candidates = List.copyOf(candidates);
  }
}
