package dev.tiankong.inference;

import dev.tiankong.inference.FillOutcome.Reason;
import dev.tiankong.inference.FillOutcome.Refused;
import dev.tiankong.wording.Sentence;
import java.util.List;
import java.util.Optional;

/** Says why a text can never be filled, in words that help to mend it. */
final class Refusals {

  // With masks all over, such a text keeps a worker busy for a minute or two in fp32; the
  // transaction that keeps its results lives for five.
  private static final int MOST_TOKENS = 1 << 14;

  private Refusals() {}

  static Optional<Refused> of(String text, FillOptions options) {
    if (text.isBlank()) {
      return Optional.of(
          new Refused(
              Reason.EMPTY,
              Sentence.of("The text is empty. Write a sentence with [MASK] for each blank.")));
    }
    if (Blanks.in(text, options).isEmpty()) {
      return Optional.of(new Refused(Reason.NO_MASK, noMask(NearMisses.in(text, options))));
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
            Sentence.of(
                    "tokens",
                    "The text has {found} tokens, including its start and end, but at most {most} are allowed: split it.")
                .with("found", text.length())
                .with("most", MOST_TOKENS)));
  }

  private static Sentence noMask(List<NearMiss> misses) {
    return misses.stream()
        .map(NearMiss::found)
        .map(
            found ->
                Sentence.of(
                        "near-miss",
                        "The text has no blank: found \"{found}\": did you mean \"[MASK]\"?")
                    .with("found", found))
        .findFirst()
        .orElse(Sentence.of("The text has no blank. Mark each one with [MASK]."));
  }
}
