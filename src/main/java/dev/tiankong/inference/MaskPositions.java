package dev.tiankong.inference;

import static dev.tiankong.inference.MaskFiller.MASK;

import java.util.stream.IntStream;

/** Where the masks of a text start. */
final class MaskPositions {

  private MaskPositions() {}

  /** In code points from 0, ascending. */
  static int[] in(String text) {
    return IntStream.iterate(
            text.indexOf(MASK), at -> at >= 0, at -> text.indexOf(MASK, at + MASK.length()))
        .map(at -> text.codePointCount(0, at))
        .toArray();
  }
}
