package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills all masks of a text so that the words fit each other: a beam search that fills one mask,
 * reads the text again with the word in it, and so on. The steps of many texts go through the
 * network together. The width of the beam does not depend on how many fillings are asked for, so
 * that a longer list of fillings begins with the shorter one.
 *
 * <p>A filling's probability is the product of those of its words, each given the ones before it. A
 * masked language model defines no other joint probability, and the product depends a little on the
 * order (Wang and Cho 2019, arXiv:1902.04094).
 */
final class JointDecoder {

  /** The most masks that are filled together. Each costs as many passes as the beam is wide. */
  static final int MOST_MASKS = 8;

  /** How many unfinished fillings of one text are followed up, where no target is named. */
  static final int LEAST_BEAMS = 5;

  // Where targets are named, so that what a few of them make together is found, too.
  private static final int BEAMS_OF_TARGETS = 100;

  // What a text with many targets may take: as much as a long text with many masks takes anyway.
  private static final long MOST_TOKENS = 1 << 17;

  // Each unfinished filling keeps a ranking of all targets for every open mask in memory.
  private static final int BEAMS_AT_A_TIME = 512;

  private static final Comparator<Extension> BEST_FIRST =
      Comparator.comparingDouble(Extension::logProbability).reversed();

  /** Ranks tokens for the open masks of texts. */
  @FunctionalInterface
  interface Ranker {
    List<List<Ranking>> rank(List<TokenizedText> texts);
  }

  /**
   * @param token to stand in one of the open masks of an unfinished filling
   */
  private record Extension(
      Hypothesis from, int open, long token, float probability, boolean preferred) {

    double logProbability() {
      return from.logProbability() + Math.log(probability);
    }

    Hypothesis filled() {
      return from.fill(open, token, probability);
    }
  }

  private final Ranker ranker;
  private final CandidateFilter choice;
  private final FillOptions options;

  JointDecoder(Ranker ranker, CandidateFilter choice, FillOptions options) {
    this.ranker = ranker;
    this.choice = choice;
    this.options = options;
  }

  /**
   * The fillings, best first, of each text that has several masks but no more than {@link
   * #MOST_MASKS} and can be filled.
   *
   * @param predictions for the texts as they are
   * @return by places in the list of texts
   */
  Map<Integer, List<Hypothesis>> decode(
      List<TokenizedText> texts, List<List<Ranking>> predictions) {
    Map<Integer, List<Hypothesis>> complete = new HashMap<>();
    int[] several =
        IntStream.range(0, texts.size())
            .filter(i -> isJoint(texts.get(i).masks().length))
            .toArray();
    int start = 0;
    while (start < several.length) {
      int end = start;
      long beams = 0;
      do {
        beams += passes(texts.get(several[end++]));
      } while (end < several.length && beams + passes(texts.get(several[end])) <= BEAMS_AT_A_TIME);
      int[] some = Arrays.copyOfRange(several, start, end);
      complete.putAll(
          search(
              IntStream.of(some).mapToObj(i -> Hypothesis.of(texts.get(i).at(i))).toList(),
              IntStream.of(some).mapToObj(predictions::get).toList()));
      start = end;
    }
    return complete;
  }

  private long passes(TokenizedText text) {
    int masks = text.masks().length;
    return passes(TokenBudget.read(text.length(), masks), masks, options);
  }

  private Map<Integer, List<Hypothesis>> search(
      List<Hypothesis> texts, List<List<Ranking>> predictions) {
    Map<Integer, List<Hypothesis>> complete = new HashMap<>();
    List<Hypothesis> open = texts;
    List<List<Ranking>> rankings = predictions;
    while (!open.isEmpty()) {
      List<Hypothesis> next = new ArrayList<>();
      for (var beam : beams(open).entrySet()) {
        List<Hypothesis> best = extend(beam.getValue(), open, rankings);
        if (!best.isEmpty() && best.get(0).isComplete()) {
          complete.put(beam.getKey(), best);
        } else {
          next.addAll(best);
        }
      }
      open = next;
      rankings = ranker.rank(open.stream().map(Hypothesis::text).toList());
    }
    return complete;
  }

  /**
   * How often at most a text is read, the first time included.
   *
   * @param read tokens that are read each time
   */
  static long passes(long read, int masks, FillOptions options) {
    if (!isJoint(masks)) {
      return 1;
    }
    long width = width(read, masks, options);
    // A target is cut into tokens in at most two ways.
    long words = options.targets().isEmpty() ? width : 2L * options.targets().size();
    long passes = 1;
    long beams = 1;
    for (int filled = 1; filled < masks; filled++) {
      beams = Math.min(beams * words, width);
      passes += beams;
    }
    return passes;
  }

  static boolean isJoint(int masks) {
    return masks > 1 && masks <= MOST_MASKS;
  }

  // Words that fill a run of masks differ in no more beginnings than there are words, so that with
  // one beam for each of them none is lost.
  private static long width(long read, int masks, FillOptions options) {
    if (options.targets().isEmpty()) {
      return LEAST_BEAMS;
    }
    long affordable = MOST_TOKENS / (read * (masks - 1));
    long wanted = Math.max(BEAMS_OF_TARGETS, options.targets().size());
    return Math.max(LEAST_BEAMS, Math.min(wanted, affordable));
  }

  /** Those of one text, by their places among all. */
  private static Map<Integer, List<Integer>> beams(List<Hypothesis> open) {
    return IntStream.range(0, open.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> open.get(i).text().index(), TreeMap::new, Collectors.toList()));
  }

  private List<Hypothesis> extend(
      List<Integer> beam, List<Hypothesis> open, List<List<Ranking>> rankings) {
    Hypothesis any = open.get(beam.get(0));
    boolean last = any.text().masks().length == 1;
    long read = TokenBudget.read(any.text().length(), any.places().length);
    long most = last ? options.topK() : width(read, any.places().length, options);
    Comparator<Extension> order =
        last
            ? BEST_FIRST
            : Comparator.comparing(Extension::preferred).reversed().thenComparing(BEST_FIRST);
    return beam.stream()
        .flatMap(i -> extensions(open.get(i), rankings.get(i)))
        .sorted(order)
        .limit(most)
        .map(Extension::filled)
        .toList();
  }

  private Stream<Extension> extensions(Hypothesis hypothesis, List<Ranking> rankings) {
    List<Ranking> permitted = choice.together(hypothesis, rankings);
    if (permitted.stream().anyMatch(ranking -> ranking.size() == 0)) {
      return Stream.of();
    }
    int open = choice.next(permitted);
    Ranking ranking = permitted.get(open);
    LongPredicate preferred = choice.preferred(hypothesis, open);
    return IntStream.range(0, ranking.size())
        .mapToObj(
            i ->
                new Extension(
                    hypothesis,
                    open,
                    ranking.ids()[i],
                    ranking.probabilities()[i],
                    preferred.test(ranking.ids()[i])));
  }
}
