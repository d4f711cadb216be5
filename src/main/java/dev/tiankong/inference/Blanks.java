package dev.tiankong.inference;

import java.util.Collections;
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

  // Lines to write on, not those inside names and addresses: foo__bar, __init__.
  private static final String LINE = "(?<![\\w&&[^_]])(?<!_)_{2,}+(?![\\w&&[^_]])|＿+|[﹍﹎﹏]{2,}";

  // With room to write in, except for（）: "()" ends the name of a function.
  private static final String BRACKETS =
      "（）|" + "[（(]_[）)]|【_】|「_」|『_』|〔_〕".replace("_", "[\\s\\p{Zs}]+");

  // One for each missing character, as in editions of old texts.
  private static final String BOX = "□";

  /** How people write blanks, other than {@code [MASK]}; a regular expression. */
  static final String OTHER_SPELLINGS = String.join("|", LINE, BRACKETS, BOX);

  private static final Pattern LOOSE = Pattern.compile(MASKS.pattern() + "|" + OTHER_SPELLINGS);

  // What continues a word, in a vocabulary of word pieces.
  private static final String CONTINUES = "##";

  static Blanks in(String text, FillOptions options) {
    Pattern spelling = options.looseMasks() ? LOOSE : MASKS;
    return new Blanks(text, spelling.matcher(text).results().toList());
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The text as the tokenizer knows it. */
  String masked() {
    return fill(Collections.nCopies(spans.size(), MaskFiller.MASK));
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

  /** How long they are, in code points. */
  int[] lengths() {
    return spans.stream()
        .map(MatchResult::group)
        .mapToInt(blank -> blank.codePointCount(0, blank.length()))
        .toArray();
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
