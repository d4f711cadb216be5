package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;

/** Groups texts so that each group keeps the processor busy and little of it is padding. */
final class TokenBudget {

  // Enough rows for full speed; more would only delay the first results and take more memory.
  private static final int TOKENS = 1024;

  // Each text's own start and end.
  private static final int FRAME = 2;

  private TokenBudget() {}

  /** No token is shorter than a character, and a blank is a single token. */
  static int cost(String text, FillOptions options) {
    int inBlanks = 0;
    List<MatchResult> blanks = Blanks.in(text, options).spans();
    for (MatchResult blank : blanks) {
      inBlanks += blank.end() - blank.start();
    }
    return FRAME + text.length() - inBlanks + blanks.size();
  }

  /** Texts of like length together; a group's padded size keeps to the budget. */
  static List<List<TokenizedText>> groups(List<TokenizedText> texts) {
    List<List<TokenizedText>> groups = new ArrayList<>();
    List<TokenizedText> group = new ArrayList<>();
    // Longest first, so that a group's first text gives its padded length.
    var longestFirst = Comparator.comparingInt(TokenizedText::length).reversed();
    for (TokenizedText text : texts.stream().sorted(longestFirst).toList()) {
      if (!group.isEmpty() && (group.size() + 1) * group.get(0).length() > TOKENS) {
        groups.add(group);
        group = new ArrayList<>();
      }
      group.add(text);
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }
}
