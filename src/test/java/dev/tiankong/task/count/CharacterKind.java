package dev.tiankong.task.count;

/** Which characters are counted. */
public enum CharacterKind {
  /** All that are not white space. */
  ANY,
  /** Chinese characters only. */
  HAN;

  boolean has(int codePoint) {
    return this == HAN ? Character.isIdeographic(codePoint) : !Character.isWhitespace(codePoint);
  }
}
