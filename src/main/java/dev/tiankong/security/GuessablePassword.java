package dev.tiankong.security;

import dev.tiankong.wording.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.matching.match.DateMatch;
import me.gosimple.nbvcxz.matching.match.DictionaryMatch;
import me.gosimple.nbvcxz.matching.match.Match;
import me.gosimple.nbvcxz.matching.match.RepeatMatch;
import me.gosimple.nbvcxz.matching.match.SequenceMatch;
import me.gosimple.nbvcxz.matching.match.SpacialMatch;
import me.gosimple.nbvcxz.matching.match.YearMatch;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import me.gosimple.nbvcxz.scoring.Result;

/**
 * An estimate of how many guesses a password takes somebody who tries common passwords, names,
 * words, dates, sequences, rows of keys and repetitions of them first.
 */
final class GuessablePassword {

  /**
   * Two thousand million guesses: centuries at the pace that the lockout leaves, and years for who
   * has the hash.
   */
  private static final double MIN_BITS = 31;

  // The estimate looks at every part of a password. So much of it is enough to tell.
  private static final int LONGEST = 64;

  private static final String NAMES = "names";
  private static final String COMMON = "passwords";
  private static final List<String> PRODUCT = List.of("tiankong", "填空");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[._@-]+");
  private static final int SHORTEST_PART = 3;

  private final Result estimate;

  private GuessablePassword(Result estimate) {
    this.estimate = estimate;
  }

  static GuessablePassword of(String password, String user) {
    int end =
        password.offsetByCodePoints(
            0, Math.min(LONGEST, password.codePointCount(0, password.length())));
    List<Dictionary> dictionaries =
        Stream.concat(
                ConfigurationBuilder.getDefaultDictionaries().stream(), Stream.of(names(user)))
            .toList();
    Nbvcxz estimator =
        new Nbvcxz(
            new ConfigurationBuilder()
                .setLocale(Locale.ENGLISH)
                .setDictionaries(dictionaries)
                .setMinimumEntropy(MIN_BITS)
                .createConfiguration());
    return new GuessablePassword(estimator.estimate(password.substring(0, end)));
  }

  /** What stands beside the password, and so takes no guess at all. */
  private static Dictionary names(String user) {
    DictionaryBuilder names = new DictionaryBuilder().setDictionaryName(NAMES).setExclusion(true);
    Stream.of(PRODUCT, List.of(user), List.of(BETWEEN_PARTS.split(user)))
        .flatMap(Collection::stream)
        .filter(name -> PRODUCT.contains(name) || name.length() >= SHORTEST_PART)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet())
        .forEach(name -> names.addWord(name, 0));
    return names.createDictionary();
  }

  /** Says nothing of what the password is: the words may be logged. */
  Optional<Sentence> weakness() {
    return estimate.isMinimumEntropyMet() ? Optional.empty() : Optional.of(reason());
  }

  private Sentence reason() {
    if (has(match -> isFrom(NAMES, match))) {
      return Sentence.of("name", "it is not much more than the user or product name");
    }
    if (has(RepeatMatch.class::isInstance)) {
      return Sentence.of("repeats", "it repeats itself");
    }
    if (has(match -> isFrom(COMMON, match))) {
      return Sentence.of("common", "it consists of common passwords and words");
    }
    if (has(SequenceMatch.class::isInstance)) {
      return Sentence.of("sequence", "it is a sequence, such as abcd or 1234");
    }
    if (has(SpacialMatch.class::isInstance)) {
      return Sentence.of("keyboard", "it is a sequence of neighbouring keys");
    }
    if (has(match -> match instanceof DateMatch || match instanceof YearMatch)) {
      return Sentence.of("date", "it is not much more than a date");
    }
    return Sentence.of("short", "it has too few words or other characters");
  }

  private boolean has(Predicate<Match> kind) {
    return estimate.getMatches().stream().anyMatch(kind);
  }

  private static boolean isFrom(String dictionary, Match match) {
    return match instanceof DictionaryMatch word && word.getDictionaryName().equals(dictionary);
  }
}
