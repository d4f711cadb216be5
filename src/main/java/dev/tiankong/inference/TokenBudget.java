package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;

/** Groups texts so that each group keeps the processor busy and little of it is padding. */
final class TokenBudget {

  // Enough rows for full speed; more would only delay the first results and take more memory.
  private static final int TOKENS = 1024;

  // Fewer would read all weights for too little work, however well they fit together.
  private static final int WORTH_A_PASS = 256;

  // Of a group's padded size.
  private static final double MOST_PADDING = 0.08;

  // Each text's own start and end.
  private static final int FRAME = 2;

  // What published BERTs read at a time. A model that differs costs a little more or less.
  private static final int WINDOW = 512;

  private TokenBudget() {}

  /**
   * An upper bound of the tokens that the network reads for a text, however often. No token is
   * shorter than a character, and a blank is a single token.
   */
  static int cost(String text, FillOptions options) {
    int inBlanks = 0;
    List<MatchResult> blanks = Blanks.in(text, options).spans();
    for (MatchResult blank : blanks) {
      inBlanks += blank.end() - blank.start();
    }
    long length = FRAME + text.length() - inBlanks + blanks.size();
    long read = read(length, blanks.size());
    long all = read * JointDecoder.passes(read, blanks.size(), options);
    return (int) Math.min(Integer.MAX_VALUE, all);
  }

  /** The most tokens that the network reads of a text at a time. */
  static long read(long length, int masks) {
    return length <= WINDOW ? length : WINDOW * Windows.most(length, masks, WINDOW);
  }

  /** Texts of like length together; a group's padded size keeps to the budget. */
  static List<List<TokenizedText>> groups(List<TokenizedText> texts) {
    List<List<TokenizedText>> groups = new ArrayList<>();
    List<TokenizedText> group = new ArrayList<>();
    int tokens = 0;
    // Longest first, so that a group's first text gives its padded length.
    var longestFirst = Comparator.comparingInt(TokenizedText::length).reversed();
    for (TokenizedText text : texts.stream().sorted(longestFirst).toList()) {
      if (!group.isEmpty() && isFull(group, tokens, text)) {
        groups.add(group);
        group = new ArrayList<>();
        tokens = 0;
      }
      group.add(text);
      tokens += text.length();
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private static boolean isFull(List<TokenizedText> group, int tokens, TokenizedText next) {
    int padded = (group.size() + 1) * group.get(0).length();
    boolean wasteful = padded - tokens - next.length() > MOST_PADDING * padded;
    return padded > TOKENS || (wasteful && tokens >= WORTH_A_PASS);
  }
}
