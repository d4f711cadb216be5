package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches with a model that draws the probabilities of each text at random, always the same. */
class JointDecoderTest {

  private static final long MASK = -1;
  private static final int VOCABULARY = 120;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void should_begin_with_the_same_fillings_however_many_are_asked_for(int masks) {
    for (long model = 0; model < 40; model++) {
      List<Written> all = fill(model, masks, List.of(), 100);
      assertThat(all).hasSize(100);
      for (int topK : new int[] {1, 2, 5, 20}) {
        assertThat(fill(model, masks, List.of(), topK)).isEqualTo(all.subList(0, topK));
      }
    }
  }

  @Test
  void should_begin_with_the_same_targets_however_many_are_asked_for() {
    List<String> targets = words(40, 2, new Random(4));
    for (long model = 0; model < 40; model++) {
      List<Written> all = fill(model, 2, targets, 100);
      for (int topK : new int[] {1, 2, 5, 20}) {
        assertThat(fill(model, 2, targets, topK)).isEqualTo(all.subList(0, topK));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8})
  void should_find_every_target_that_fits(int masks) {
    Random random = new Random(masks);
    for (long model = 0; model < 20; model++) {
      List<String> targets = new ArrayList<>(words(30, masks, random));
      targets.addAll(words(8, 1, random));
      List<String> fitting = targets.stream().filter(target -> target.length() == masks).toList();
      assertThat(fill(model, masks, targets, 1000)).extracting(Written::text).containsAll(fitting);
    }
  }

  @Test
  void should_score_a_target_alike_whatever_other_targets_are_named() {
    Random random = new Random(7);
    for (long model = 0; model < 40; model++) {
      List<String> targets = words(25, 3, random);
      List<Written> together = fill(model, 3, targets, 100);
      for (Written written : together) {
        assertThat(fill(model, 3, List.of(written.text()), 1)).containsExactly(written);
        assertThat(written.score()).isCloseTo(chainRule(model, written.text()), within(1e-9));
      }
      assertThat(together).hasSameSizeAs(targets);
    }
  }

  /** p(x1 | the rest open) · p(x2 | x1, the rest open) · … */
  private static double chainRule(long model, String word) {
    long[] ids = new long[word.length()];
    Arrays.fill(ids, MASK);
    double score = 0;
    for (int i = 0; i < ids.length; i++) {
      score += Math.log(probabilities(model, ids, i)[word.charAt(i)]);
      ids[i] = word.charAt(i);
    }
    return score;
  }

  private record Written(String text, double score) {}

  private static List<Written> fill(long model, int masks, List<String> targets, int topK) {
    FillOptions options = new FillOptions(topK, targets, CandidateKind.ANY, false);
    CandidateFilter choice =
        targets.isEmpty()
            ? new AllCandidates(new long[0], topK)
            : new TargetCandidates(
                new TargetWords(
                    targets.stream().map(word -> word.chars().asLongStream().toArray()).toList(),
                    MASK),
                Map.of(),
                topK);
    JointDecoder.Ranker ranker =
        texts -> texts.stream().map(text -> rankings(model, text, choice)).toList();
    long[] ids = new long[masks];
    Arrays.fill(ids, MASK);
    TokenizedText text = new TokenizedText(0, ids, IntStream.range(0, masks).toArray());
    return new JointDecoder(ranker, choice, options)
        .decode(List.of(text), ranker.rank(List.of(text))).get(0).stream()
            .map(filling -> new Written(string(filling.tokens()), filling.logProbability()))
            .toList();
  }

  private static List<Ranking> rankings(long model, TokenizedText text, CandidateFilter choice) {
    return Arrays.stream(text.masks())
        .mapToObj(mask -> ranking(probabilities(model, text.ids(), mask), choice))
        .toList();
  }

  private static Ranking ranking(float[] probabilities, CandidateFilter choice) {
    long[] among = choice.among();
    LongStream ids = among.length == 0 ? LongStream.range(0, VOCABULARY) : LongStream.of(among);
    long[] best =
        ids.boxed()
            .sorted(Comparator.comparing((Long id) -> -probabilities[id.intValue()]))
            .limit(choice.ranked())
            .mapToLong(Long::longValue)
            .toArray();
    float[] their = new float[best.length];
    for (int i = 0; i < their.length; i++) {
      their[i] = probabilities[(int) best[i]];
    }
    return new Ranking(best, their);
  }

  private static float[] probabilities(long model, long[] ids, int mask) {
    Random random = new Random(31 * (31 * model + Arrays.hashCode(ids)) + mask);
    double[] weights = new double[VOCABULARY];
    Arrays.setAll(weights, i -> Math.exp(2 * random.nextGaussian()));
    double sum = Arrays.stream(weights).sum();
    float[] probabilities = new float[VOCABULARY];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = (float) (weights[i] / sum);
    }
    return probabilities;
  }

  private static List<String> words(int number, int length, Random random) {
    return random
        .ints(0, 1 << 30)
        .mapToObj(seed -> string(new Random(seed).longs(length, 'A', VOCABULARY).toArray()))
        .distinct()
        .limit(number)
        .toList();
  }

  private static String string(long[] tokens) {
    StringBuilder string = new StringBuilder();
    LongStream.of(tokens).forEach(token -> string.append((char) token));
    return string.toString();
  }
}
