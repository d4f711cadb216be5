package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Turns what somebody wants to choose among into the tokens of one model. */
final class Chooser {

  private static final long[] EVERYTHING = {};

  private final Vocabulary vocabulary;
  private final Tokenizer tokenizer;
  private final long[] han;

  Chooser(Vocabulary vocabulary, Tokenizer tokenizer) {
    this.vocabulary = vocabulary;
    this.tokenizer = tokenizer;
    this.han =
        IntStream.range(0, vocabulary.size())
            .filter(id -> vocabulary.offerable(id) && isHan(vocabulary.token(id)))
            .asLongStream()
            .toArray();
  }

  /** Why this model cannot choose so. */
  Optional<Sentence> refuse(FillOptions options) {
    boolean onlyHan = options.candidates() == CandidateKind.HAN;
    if (onlyHan && options.targets().isEmpty() && han.length == 0) {
      return Optional.of(
          Sentence.of("no-han", "The model's vocabulary has no Chinese characters.")
              .with(Sentence.OPTION, "candidates"));
    }
    List<String> unwritable =
        options.targets().stream().filter(target -> spellings(target).isEmpty()).toList();
    if (!unwritable.isEmpty()) {
      return Optional.of(
          Sentence.of("not-in-vocabulary", "Not in the model's vocabulary: \"{found}\".")
              .with(Sentence.OPTION, "targets")
              .with("found", unwritable));
    }
    List<String> foreign =
        options.targets().stream().filter(target -> onlyHan && !isHan(target)).toList();
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                    "not-han", "Only Chinese characters are allowed, but a target is \"{found}\".")
                .with(Sentence.OPTION, "targets")
                .with("found", foreign));
  }

  /**
   * @throws IllegalArgumentException when it has to be refused
   */
  CandidateFilter choice(FillOptions options) {
    refuse(options)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason.text());
            });
    if (options.targets().isEmpty()) {
      long[] among = options.candidates() == CandidateKind.HAN ? han : EVERYTHING;
      return new AllCandidates(among, options.topK());
    }
    List<long[]> words = new ArrayList<>();
    Map<String, Integer> lengths = new LinkedHashMap<>();
    for (String target : options.targets()) {
      List<long[]> spellings = spellings(target);
      words.addAll(spellings);
      lengths.put(target, spellings.get(spellings.size() - 1).length);
    }
    return new TargetCandidates(new TargetWords(words, tokenizer.mask()), lengths, options.topK());
  }

  // A word may be a token although texts are cut finer: most Chinese tokenizers part characters.
  private List<long[]> spellings(String target) {
    List<long[]> spellings = new ArrayList<>();
    vocabulary
        .id(target)
        .filter(vocabulary::offerable)
        .ifPresent(id -> spellings.add(new long[] {id}));
    long[] cut = tokenizer.cut(target);
    if (cut.length > 0 && LongStream.of(cut).noneMatch(id -> vocabulary.isSpecial((int) id))) {
      spellings.add(cut);
    }
    return spellings;
  }

  private static boolean isHan(String token) {
    return token
        .codePoints()
        .allMatch(
            character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
  }
}
