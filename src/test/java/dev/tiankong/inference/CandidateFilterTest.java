package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import dev.tiankong.inference.FillOutcome.Filled;
import dev.tiankong.wording.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateFilterTest {

  @TempDir static Path models;
  private static DjlMaskFiller filler;

  @BeforeAll
  static void load() throws IOException {
    Path model = ImportModel.run(Models.golden("tiny-bert"), "tiny", models, Progress.NONE);
    filler = Models.load(new ModelDirectory(model), Precision.FP32);
  }

  @AfterAll
  static void close() {
    filler.close();
  }

  @Test
  void should_offer_only_chinese_characters_with_the_scores_they_have_anyway() {
    String text = "a [MASK] 的[MASK]国";
    List<FilledMask> any = fill(text, FillOptions.top(100)).masks();
    List<FilledMask> han =
        fill(text, new FillOptions(20, List.of(), CandidateKind.HAN, false)).masks();
    for (int i = 0; i < 2; i++) {
      List<Candidate> chinese =
          any.get(i).candidates().stream()
              .filter(candidate -> candidate.token().matches("\\p{IsHan}+"))
              .limit(20)
              .toList();
      assertThat(any.get(i).candidates()).hasSizeGreaterThan(chinese.size());
      assertThat(han.get(i).candidates())
          .usingRecursiveComparison()
          .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1, Float.class)
          .isEqualTo(chinese);
    }
  }

  @Test
  void should_fill_masks_side_by_side_with_words_that_are_as_long() {
    // 好 alone can stand twice in the first two masks.
    assertFillings("我[MASK][MASK]人[MASK]。", List.of("北京", "上海", "好", "中国人"), "北京好", "上海好", "好好好");
    assertFillings("[MASK]大[MASK][MASK]", List.of("北京", "上"), "上北京", "上上上");
    assertFillings("[MASK][MASK][MASK]大", List.of("北京", "上"), "上上上", "上北京", "北京上");
  }

  @Test
  void should_score_words_mask_by_mask_whatever_their_rank() {
    assertFillings(
        "春风[MASK][MASK][MASK]岸，[MASK][MASK]。", List.of("又绿江", "明月", "北京"), "又绿江明月", "又绿江北京");
  }

  @Test
  void should_give_single_masks_words_of_one_token_only() {
    Filled filled = fill("我[MASK][MASK]人", targets("北京", "好", "上海"));
    assertThat(filled.masks())
        .allSatisfy(
            mask ->
                assertThat(mask.candidates()).extracting(Candidate::token).containsExactly("好"));
  }

  @Test
  void should_fill_nothing_together_where_targets_fit_some_masks_only() {
    Filled filled = fill("我[MASK][MASK][MASK]人[MASK]", targets("北京上海", "好"));
    assertThat(filled.masks()).hasSize(4).allMatch(mask -> mask.candidates().size() == 1);
    assertThat(filled.fillings()).hasSize(1);
  }

  @Test
  void should_refuse_a_text_that_no_target_fits() {
    assertThat(filler.fill(List.of("我[MASK]人"), targets("北京", "上海")).get(0))
        .isInstanceOfSatisfying(
            FillOutcome.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(FillOutcome.Reason.NO_TARGET_FITS);
              assertThat(refused.sentence().text())
                  .isEqualTo(
                      "No target fits: the text has 1 adjacent [MASK], but a target needs one per"
                          + " token. The targets have these numbers of tokens: \"北京\""
                          + " 2, \"上海\" 2.");
            });
    assertThat(filler.fill(List.of("我[MASK][MASK][MASK]人[MASK]"), targets("北京", "上海")).get(0))
        .isInstanceOfSatisfying(
            FillOutcome.Refused.class,
            refused ->
                assertThat(refused.sentence().text())
                    .contains("the text has 3 and 1 adjacent [MASK]"));
    assertThat(filler.fill(List.of("[MASK][MASK]，".repeat(5)), targets("北京")).get(0))
        .isInstanceOfSatisfying(
            FillOutcome.Refused.class,
            refused ->
                assertThat(refused.sentence().text())
                    .contains(
                        "the text has 10 [MASK], more than the 8 that can be filled together"));
  }

  @Test
  void should_know_a_word_that_is_a_token_as_well_as_its_characters() {
    Filled filled = fill("我[MASK]人，[MASK][MASK]。", targets("中国"));
    assertThat(filled.masks().get(0).candidates())
        .extracting(Candidate::token)
        .containsExactly("中国");
    assertThat(filled.fillings())
        .extracting(Filling::text)
        .containsExactlyInAnyOrder("我中国人，中国。", "我中国人，中国中国。");
  }

  @Test
  void should_join_the_pieces_of_a_word() {
    Filled filled = fill("the [MASK] [MASK]。", targets("BERTs"));
    assertThat(filled.fillings())
        .singleElement()
        .satisfies(
            filling -> {
              assertThat(filling.text()).isEqualTo("the BERTs。");
              assertThat(filling.tokens()).containsExactly("BERT", "##s");
            });
  }

  @Test
  void should_name_every_target_that_it_cannot_write() {
    FillOptions options = targets("北京", "𠮷野", "BERT", "[SEP]", "龘");
    assertThat(filler.refuse(options).map(Sentence::text))
        .contains("Not in the model's vocabulary: \"𠮷野\", \"[SEP]\", \"龘\".");
    assertThatThrownBy(() -> fill("[MASK]", options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(filler.refuse(options).orElseThrow().text());
    assertThat(filler.refuse(targets("北京", "BERTs"))).isEmpty();
  }

  @Test
  void should_refuse_targets_that_are_not_of_the_wanted_kind() {
    assertThat(
            filler
                .refuse(new FillOptions(1, List.of("北京", "BERT"), CandidateKind.HAN, false))
                .map(Sentence::text))
        .contains("Only Chinese characters are allowed, but a target is \"BERT\".");
    assertThat(filler.refuse(new FillOptions(1, List.of("北京"), CandidateKind.HAN, false)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void should_refuse_a_target_without_a_character(String target) {
    assertThatThrownBy(() -> targets("北京", target)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void should_refuse_more_targets_than_it_can_weigh() {
    List<String> many = IntStream.range(0, 1001).mapToObj(String::valueOf).toList();
    assertThatThrownBy(() -> new FillOptions(1, many, CandidateKind.ANY, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertFillings(String text, List<String> targets, String... complete) {
    Map<String, Double> expected = new HashMap<>();
    score(text, List.of(complete), 1, expected);
    FillOptions options = new FillOptions(100, targets, CandidateKind.ANY, false);
    List<Filling> fillings = fill(text, options).fillings();
    assertThat(fillings).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
    assertThat(fillings)
        .allSatisfy(
            filling ->
                assertThat((double) filling.score())
                    .isCloseTo(expected.get(filling.text()), within(1e-7)));
    assertThat(fillings)
        .extracting(Filling::text)
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  /**
   * Scores all possible fillings, a character for each mask: those that agree so far part at the
   * mask whose best character is the surest.
   */
  private static void score(
      String text, List<String> complete, double probability, Map<String, Double> scores) {
    if (!text.contains("[MASK]")) {
      scores.put(text, probability);
      return;
    }
    List<Map<String, Float>> masks = marginals(text, complete);
    int surest =
        Collections.max(
            IntStream.range(0, masks.size()).boxed().toList(),
            (a, b) -> Float.compare(best(masks, a, complete), best(masks, b, complete)));
    var branches =
        complete.stream()
            .collect(Collectors.groupingBy(c -> at(c, surest), TreeMap::new, Collectors.toList()));
    branches.forEach(
        (character, others) ->
            score(
                replace(text, surest, character),
                others.stream().map(c -> c.substring(0, surest) + c.substring(surest + 1)).toList(),
                probability * masks.get(surest).get(character),
                scores));
  }

  private static List<Map<String, Float>> marginals(String text, List<String> complete) {
    List<String> characters =
        complete.stream().flatMap(c -> Stream.of(c.split(""))).distinct().toList();
    FillOptions options = new FillOptions(100, characters, CandidateKind.ANY, false);
    return fill(text, options).masks().stream()
        .map(
            mask ->
                mask.candidates().stream()
                    .collect(Collectors.toMap(Candidate::token, Candidate::score)))
        .toList();
  }

  private static float best(List<Map<String, Float>> masks, int mask, List<String> complete) {
    return complete.stream()
        .map(c -> masks.get(mask).get(at(c, mask)))
        .max(Float::compare)
        .orElseThrow();
  }

  private static String at(String complete, int mask) {
    return complete.substring(mask, mask + 1);
  }

  private static String replace(String text, int mask, String character) {
    int at = -1;
    for (int i = 0; i <= mask; i++) {
      at = text.indexOf("[MASK]", at + 1);
    }
    return text.substring(0, at) + character + text.substring(at + "[MASK]".length());
  }

  private static FillOptions targets(String... targets) {
    return new FillOptions(5, List.of(targets), CandidateKind.ANY, false);
  }

  private static Filled fill(String text, FillOptions options) {
    return (Filled) filler.fill(List.of(text), options).get(0);
  }
}
