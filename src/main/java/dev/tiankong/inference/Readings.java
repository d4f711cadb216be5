package dev.tiankong.inference;

import java.nio.Buffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the network has to read for some texts. Nothing is there twice: texts can be equal, and
 * those that are filled differently often agree around another mask.
 *
 * @param windows each with its own place in the list as its index
 * @param ofTexts for each text which windows hold its masks, in order
 */
record Readings(List<TokenizedText> windows, List<List<Integer>> ofTexts) {

  /**
   * @param most tokens that the model reads at a time
   */
  static Readings of(List<TokenizedText> texts, int most) {
    Map<List<Buffer>, Integer> known = new HashMap<>();
    List<TokenizedText> windows = new ArrayList<>();
    List<List<Integer>> ofTexts = new ArrayList<>();
    for (TokenizedText text : texts) {
      List<Integer> ofText = new ArrayList<>();
      for (TokenizedText window : Windows.of(text, most)) {
        Integer first = known.putIfAbsent(content(window), windows.size());
        ofText.add(first == null ? windows.size() : first);
        if (first == null) {
          windows.add(window.at(windows.size()));
        }
      }
      ofTexts.add(ofText);
    }
    return new Readings(windows, ofTexts);
  }

  // Unlike arrays, buffers are equal when what they hold is.
  private static List<Buffer> content(TokenizedText window) {
    return List.of(LongBuffer.wrap(window.ids()), IntBuffer.wrap(window.masks()));
  }
}
