package dev.tiankong.inference;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The blanks of a text.
 *
 * @param spans where they are, in the order of the text
 */
record Blanks(String text, List<MatchResult> spans) {

  private static final Pattern MASKS = Pattern.compile(Pattern.quote(MaskFiller.MASK));

  // What continues a word, in a vocabulary of word pieces.
  private static final String CONTINUES = "##";

  static Blanks in(String text, FillOptions options) {
    return new Blanks(text, MASKS.matcher(text).results().toList());
  }

  /** Where they start, in code points from 0. */
  int[] positions() {
    int[] positions = new int[spans.size()];
    int counted = 0;
    int position = 0;
    for (int i = 0; i < positions.length; i++) {
      int start = spans.get(i).start();
      position += text.codePointCount(counted, start);
      counted = start;
      positions[i] = position;
    }
    return positions;
  }

  /** The text with a token in each blank. */
  String fill(List<String> tokens) {
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.startsWith(CONTINUES)) {
        filled.append(token, CONTINUES.length(), token.length());
      } else {
        filled.append(text, end, spans.get(i).start()).append(token);
      }
      end = spans.get(i).end();
    }
    return filled.append(text, end, text.length()).toString();
  }
}
