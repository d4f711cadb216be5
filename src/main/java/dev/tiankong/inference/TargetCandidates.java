package dev.tiankong.inference;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.tiankong.wording.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Nothing but given words. A mask alone takes words of one token. A run of masks side by side takes
 * any words that have as many tokens together as it has masks.
 */
final class TargetCandidates implements CandidateFilter {

  private static final int NAMED = 5;

  private final TargetWords words;
  private final Map<String, Integer> lengths;
  private final int topK;
  private final long[] among;

  /**
   * @param lengths how many tokens each target has, for people
   */
  TargetCandidates(TargetWords words, Map<String, Integer> lengths, int topK) {
    this.words = words;
    this.lengths = lengths;
    this.topK = topK;
    this.among = words.ids();
  }

  @Override
  public long[] among() {
    return among;
  }

  // All: a token that is unlikely at its mask may belong to the only word that fits.
  @Override
  public int ranked() {
    return among.length;
  }

  @Override
  public Ranking alone(Ranking ranking) {
    return ranking.only(words.single()).first(topK);
  }

  @Override
  public List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings) {
    long[] tokens = hypothesis.tokens();
    List<Set<Long>> fitting = fitting(hypothesis.places(), tokens);
    Iterator<Ranking> open = rankings.iterator();
    List<Ranking> restricted = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      if (words.isOpen(tokens[i])) {
        restricted.add(open.next().only(fitting.get(i)));
      }
    }
    return restricted;
  }

  // From left to right: in an order that the words had a say in, the score of each would depend on
  // which others are named.
  @Override
  public int next(List<Ranking> permitted) {
    return 0;
  }

  // What short words make together could otherwise crowd out a word that fills masks side by side.
  @Override
  public LongPredicate preferred(Hypothesis hypothesis, int open) {
    long[] tokens = hypothesis.tokens();
    int place = hypothesis.place(open);
    Set<Long> whole = Set.of();
    for (Run run : runs(hypothesis.places())) {
      List<long[]> fitting = words.whole(Arrays.copyOfRange(tokens, run.start(), run.end()));
      if (fitting.isEmpty()) {
        return token -> false;
      }
      if (run.start() <= place && place < run.end()) {
        whole = fitting.stream().map(word -> word[place - run.start()]).collect(toSet());
      }
    }
    return whole::contains;
  }

  @Override
  public Optional<FillOutcome.Refused> refuse(TokenizedText text) {
    List<Run> runs = runs(text.masks());
    if (!words.single().isEmpty() || JointDecoder.isJoint(text.masks().length) && fillable(runs)) {
      return Optional.empty();
    }
    return Optional.of(new FillOutcome.Refused(FillOutcome.Reason.NO_TARGET_FITS, noneFits(runs)));
  }

  private boolean fillable(List<Run> runs) {
    return runs.stream()
        .allMatch(
            run -> {
              long[] open = new long[run.length()];
              Arrays.fill(open, words.mask());
              return !words.fitting(open).get(0).isEmpty();
            });
  }

  private Sentence noneFits(List<Run> runs) {
    int masks = runs.stream().mapToInt(Run::length).sum();
    String inRows =
        runs.stream().map(Run::length).distinct().map(String::valueOf).collect(joining(" and "));
    Sentence sentence =
        masks > JointDecoder.MOST_MASKS
            ? Sentence.of(
                    "too-many-masks",
                    "No target fits: the text has {masks} [MASK], more than the {most} that can be filled together, so only targets of 1 token fit. The targets have these numbers of tokens: {tokens}.")
                .with("most", JointDecoder.MOST_MASKS)
            : Sentence.of(
                    "other-lengths",
                    "No target fits: the text has {inRows} adjacent [MASK], but a target needs one per token. The targets have these numbers of tokens: {tokens}.")
                .with("inRows", inRows);
    return sentence.with("masks", masks).with("tokens", numbersOfTokens());
  }

  private String numbersOfTokens() {
    String named =
        lengths.entrySet().stream()
            .limit(NAMED)
            .map(target -> "\"%s\" %d".formatted(target.getKey(), target.getValue()))
            .collect(joining(", "));
    int others = lengths.size() - NAMED;
    return others > 0 ? named + " and %d more".formatted(others) : named;
  }

  private List<Set<Long>> fitting(int[] places, long[] tokens) {
    return runs(places).stream()
        .flatMap(run -> words.fitting(Arrays.copyOfRange(tokens, run.start(), run.end())).stream())
        .toList();
  }

  /** Where masks are side by side. */
  private static List<Run> runs(int[] places) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= places.length; end++) {
      if (end == places.length || places[end] > places[end - 1] + 1) {
        runs.add(new Run(start, end));
        start = end;
      }
    }
    return runs;
  }

  /** Some of the places, from the first one to before the last one. */
  private record Run(int start, int end) {
    int length() {
      return end - start;
    }
  }
}
