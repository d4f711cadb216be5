package dev.tiankong.inference;

/**
 * Characters of a text that look like a blank, and are read as they stand.
 *
 * @param position where they start in the text, in Unicode code points from 0
 * @param length in Unicode code points
 * @param found the characters
 */
public record NearMiss(Kind kind, int position, int length, String found) {

  /** What may have been meant. */
  public enum Kind {
    /** {@code [MASK]} in other letters, brackets or widths, or with a letter wrong. */
    MISSPELLED_MASK,
    /** A blank of another spelling, which is one with {@link FillOptions#looseMasks()} alone. */
    LOOSE_BLANK
  }
}
