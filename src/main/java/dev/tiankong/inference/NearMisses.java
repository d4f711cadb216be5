package dev.tiankong.inference;

import dev.tiankong.inference.NearMiss.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what was perhaps meant as a blank. */
public final class NearMisses {

  // Nothing else stands in these, in most texts; in others there are words: (task), 「mark」.
  private static final String SQUARE = "[［【〔";
  private static final String WORD = "MASK";

  // Blanks come first, and are passed over. The last one is something short in brackets of any
  // kind, even if the closing one is missing.
  private static final Pattern CANDIDATE =
      Pattern.compile(
          String.join(
              "|",
              Pattern.quote(MaskFiller.MASK),
              "(?<loose>" + Blanks.OTHER_SPELLINGS + ")",
              "(?<bracket>[\\[［【〔「<＜(（{])"
                  + "\\s*(?<word>\\p{IsLatin}{3,5})(?!\\p{IsLatin})"
                  + "(?:\\s*[]］】〕」>＞)）}])?"));

  // Of one text: the rest is of the same kind.
  private static final int MOST = 20;

  private NearMisses() {}

  /** The first 20 of them, in the order of the text; none overlaps a blank. */
  public static List<NearMiss> in(String text, FillOptions options) {
    List<NearMiss> misses = new ArrayList<>();
    Matcher candidate = CANDIDATE.matcher(text);
    int counted = 0;
    int position = 0;
    while (misses.size() < MOST && candidate.find()) {
      Kind kind = kind(candidate, options);
      if (kind != null) {
        String found = candidate.group();
        position += text.codePointCount(counted, candidate.start());
        counted = candidate.start();
        misses.add(new NearMiss(kind, position, found.codePointCount(0, found.length()), found));
      }
    }
    return misses;
  }

  /** Null for a blank, and for what has nothing to do with one. */
  private static Kind kind(Matcher candidate, FillOptions options) {
    if (candidate.group("loose") != null) {
      return options.looseMasks() ? null : Kind.LOOSE_BLANK;
    }
    String word = candidate.group("word");
    return word != null && looksLikeMask(word, SQUARE.contains(candidate.group("bracket")))
        ? Kind.MISSPELLED_MASK
        : null;
  }

  private static boolean looksLikeMask(String word, boolean square) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return plain.equals(WORD) || square && isNearly(plain);
  }

  // One letter wrong, missing or too many, or two swapped.
  private static boolean isNearly(String plain) {
    int start = 0;
    int shorter = Math.min(plain.length(), WORD.length());
    while (start < shorter && plain.charAt(start) == WORD.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && plain.charAt(plain.length() - 1 - end) == WORD.charAt(WORD.length() - 1 - end)) {
      end++;
    }
    int differing = Math.max(plain.length(), WORD.length()) - start - end;
    return differing <= 1 || differing == 2 && isSwap(plain, start);
  }

  private static boolean isSwap(String word, int at) {
    return word.length() == WORD.length()
        && word.charAt(at) == WORD.charAt(at + 1)
        && word.charAt(at + 1) == WORD.charAt(at);
  }
}
