package dev.tiankong.inference;

import dev.tiankong.inference.Outcome.Reason;
import dev.tiankong.inference.Outcome.Refused;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why a text can never be filled, in words that help to mend it. */
final class Refusals {

  // Something short in brackets of any kind, be it that one of them is missing.
  private static final Pattern BRACKETED =
      Pattern.compile("[\\[［【〔「<＜(（{]\\s*(\\p{IsLatin}{3,5})(?!\\p{IsLatin})\\s*[]］】〕」>＞)）}]?");
  private static final String WORD = "MASK";

  // With masks all over, such a text keeps a worker busy for a minute or two in fp32; the
  // transaction that keeps its results lives for five.
  private static final int MOST_TOKENS = 1 << 14;

  private Refusals() {}

  static Optional<Refused> of(String text, FillOptions options) {
    if (text.isBlank()) {
      return Optional.of(
          new Refused(
              Reason.EMPTY, "The text is empty. Write a sentence with [MASK] for each blank."));
    }
    if (Blanks.in(text, options).isEmpty()) {
      return Optional.of(new Refused(Reason.NO_MASK, noMask(text)));
    }
    return Optional.empty();
  }

  static Optional<Refused> of(TokenizedText text) {
    if (text.length() <= MOST_TOKENS) {
      return Optional.empty();
    }
    return Optional.of(
        new Refused(
            Reason.TOO_LONG,
            "The text has %d tokens, counting its start and end; at most %d are read. Split it."
                .formatted(text.length(), MOST_TOKENS)));
  }

  private static String noMask(String text) {
    return nearMiss(text)
        .or(() -> Blanks.firstLoose(text))
        .map("The text has no blank: found \"%s\": did you mean \"[MASK]\"?"::formatted)
        .orElse("The text has no blank. Mark each one with [MASK].");
  }

  private static Optional<String> nearMiss(String text) {
    return BRACKETED
        .matcher(text)
        .results()
        .filter(bracketed -> looksLikeMask(bracketed.group(1)))
        .map(bracketed -> bracketed.group().strip())
        .findFirst();
  }

  // One letter wrong, missing or too many, or two swapped; of any case and width.
  private static boolean looksLikeMask(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
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
