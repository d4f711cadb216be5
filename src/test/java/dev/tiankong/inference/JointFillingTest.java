package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import dev.tiankong.inference.FillOutcome.Filled;
import dev.tiankong.inference.FillOutcome.Reason;
import dev.tiankong.inference.FillOutcome.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointFillingTest {

  private static final String TEXT = "我[MASK]是一个[MASK]人，他[MASK]不是。";

  private static final int BEAMS = 5;

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

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 12})
  void should_search_as_one_does_who_fills_word_by_word(int topK) {
    List<Written> expected = search(TEXT, topK);
    List<Filling> fillings = fill(List.of(TEXT), topK).get(0).fillings();
    assertThat(fillings)
        .extracting(Filling::text)
        .containsExactlyElementsOf(expected.stream().map(Written::text).toList());
    for (int i = 0; i < topK; i++) {
      double probability = Math.exp(expected.get(i).logProbability());
      assertThat((double) fillings.get(i).score()).isCloseTo(probability, within(1e-6));
    }
  }

  @Test
  void should_answer_the_same_in_a_batch_as_alone() {
    List<String> texts =
        List.of("大[MASK]学", TEXT, "[MASK][MASK]大学", "床前明月光" + TEXT, "中[MASK][MASK][MASK]国");
    List<Filled> together = fill(texts, 4);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i).fillings())
          .extracting(Filling::text)
          .isEqualTo(
              fill(List.of(texts.get(i)), 4).get(0).fillings().stream()
                  .map(Filling::text)
                  .toList());
    }
  }

  @Test
  void should_name_the_tokens_in_the_order_of_the_text() {
    for (Filling filling : fill(List.of(TEXT), 5).get(0).fillings()) {
      assertThat(filling.text())
          .isEqualTo(TEXT.replace("[MASK]", "%s").formatted(filling.tokens().toArray()));
    }
  }

  @Test
  void should_fill_together_only_what_is_together() {
    List<Filled> filled =
        fill(List.of("大[MASK]学", "[MASK]".repeat(8), "大" + "[MASK]".repeat(9)), 2);
    assertThat(filled.get(0).fillings()).isEmpty();
    assertThat(filled.get(1).fillings()).hasSize(2);
    assertThat(filled.get(2).fillings()).isEmpty();
    assertThat(filled.get(2).masks()).hasSize(9);
  }

  @Test
  void should_fill_masks_together_that_lie_windows_apart() {
    String text = "大[MASK]学" + "的".repeat(100) + "中[MASK]国";
    List<Written> expected = search(text, 3);
    assertThat(fill(List.of(text), 3).get(0).fillings())
        .extracting(Filling::text)
        .containsExactlyElementsOf(expected.stream().map(Written::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TEXT, "中[MASK][MASK]国", "[MASK][MASK][MASK]大学", "春[MASK]又[MASK]江[MASK]岸，[MASK]。"})
  void should_have_the_same_first_answers_however_many_are_asked_for(String text) {
    Filled most = fill(List.of(text), 100).get(0);
    for (int topK : List.of(1, 2, 3, 5, 20)) {
      Filled fewer = fill(List.of(text), topK).get(0);
      assertThat(fewer.fillings()).isEqualTo(most.fillings().subList(0, topK));
      for (int mask = 0; mask < most.masks().size(); mask++) {
        assertThat(fewer.masks().get(mask).candidates())
            .isEqualTo(most.masks().get(mask).candidates().subList(0, topK));
      }
    }
  }

  @Test
  void should_score_every_target_that_fits_whatever_the_others_are() {
    String text = "我在[MASK][MASK]上学。";
    List<String> cities = List.of("北京", "上海", "南京", "大同", "一二", "日本", "大学", "不大", "人人");
    List<Filling> fillings = fill(text, cities, 100);
    assertThat(fillings)
        .extracting(filling -> String.join("", filling.tokens()))
        .containsExactlyInAnyOrderElementsOf(cities);
    for (Filling filling : fillings) {
      String city = String.join("", filling.tokens());
      Filling alone = fill(text, List.of(city), 1).get(0);
      assertThat(alone.text()).isEqualTo(filling.text());
      assertThat(alone.score()).isCloseTo(filling.score(), within(1e-6f));
      double first = probability(text, city.substring(0, 1));
      double second = probability("我在" + city.charAt(0) + "[MASK]上学。", city.substring(1));
      assertThat((double) filling.score()).isCloseTo(first * second, within(1e-6));
    }
    assertThat(fill(text, cities, 1)).isEqualTo(fillings.subList(0, 1));
  }

  private static List<Filling> fill(String text, List<String> targets, int topK) {
    FillOptions options = new FillOptions(topK, targets, CandidateKind.ANY, false);
    return ((Filled) filler.fill(List.of(text), options).get(0)).fillings();
  }

  /** At the first mask of the text. */
  private static double probability(String text, String token) {
    FillOptions options = new FillOptions(1, List.of(token), CandidateKind.ANY, false);
    Filled filled = (Filled) filler.fill(List.of(text), options).get(0);
    return filled.masks().get(0).candidates().get(0).score();
  }

  @Test
  void should_refuse_a_text_that_no_target_fits() {
    FillOptions options = new FillOptions(5, List.of("大学", "北京"), CandidateKind.ANY, false);
    List<FillOutcome> outcomes =
        filler.fill(List.of("法国的首都是[MASK]。", "[MASK]国和[MASK]国", "我在[MASK][MASK]。"), options);
    assertThat(outcomes.subList(0, 2))
        .allSatisfy(
            outcome -> {
              Refused refused = (Refused) outcome;
              assertThat(refused.reason()).isEqualTo(Reason.NO_TARGET_FITS);
              assertThat(refused.sentence().text())
                  .contains("the text has 1 adjacent [MASK]", "\"大学\" 2, \"北京\" 2");
            });
    assertThat(outcomes.get(2)).isInstanceOf(Filled.class);
  }

  private record Written(String text, double logProbability) {}

  /** The same search by hand: always the single masks' answers to a text, and then another text. */
  private static List<Written> search(String text, int topK) {
    List<Written> beam = List.of(new Written(text, 0));
    while (beam.get(0).text().contains("[MASK]")) {
      List<Written> next = new ArrayList<>();
      for (Written written : beam) {
        next.addAll(extend(written, Math.max(topK, BEAMS)));
      }
      boolean complete = !next.get(0).text().contains("[MASK]");
      next.sort(Comparator.comparingDouble(Written::logProbability).reversed());
      beam = next.subList(0, complete ? topK : BEAMS);
    }
    return beam;
  }

  private static List<Written> extend(Written written, int topK) {
    FilledMask surest =
        fill(List.of(written.text()), topK).get(0).masks().stream()
            .max(Comparator.comparingDouble(mask -> mask.candidates().get(0).score()))
            .orElseThrow();
    int start = written.text().offsetByCodePoints(0, surest.position());
    return surest.candidates().stream()
        .map(
            candidate ->
                new Written(
                    new StringBuilder(written.text())
                        .replace(start, start + "[MASK]".length(), candidate.token())
                        .toString(),
                    written.logProbability() + Math.log(candidate.score())))
        .toList();
  }

  private static List<Filled> fill(List<String> texts, int topK) {
    return filler.fill(texts, FillOptions.top(topK)).stream().map(Filled.class::cast).toList();
  }
}
