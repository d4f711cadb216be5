package dev.tiankong.inference;

/**
 * One text, or a part of one, as the model reads it.
 *
 * @param index of the text among those that were asked for
 * @param masks which of the ids are masks
 */
record TokenizedText(int index, long[] ids, int[] masks) {

  int length() {
    return ids.length;
  }

  TokenizedText at(int otherIndex) {
    return new TokenizedText(otherIndex, ids, masks);
  }
}
