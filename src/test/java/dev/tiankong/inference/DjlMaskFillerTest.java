package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import dev.tiankong.inference.FillOutcome.Filled;
import dev.tiankong.inference.FillOutcome.Reason;
import dev.tiankong.inference.FillOutcome.Refused;
import dev.tiankong.wording.Sentence;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjlMaskFillerTest {

  private static final int WINDOW = 48;

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
  void should_answer_in_input_order_whatever_the_lengths() {
    List<String> texts = new ArrayList<>();
    for (int length = 0; length < WINDOW - 3; length++) {
      texts.add("的".repeat(length) + "[MASK]");
    }
    Collections.shuffle(texts, new Random(3));
    List<FillOutcome> outcomes = filler.fill(texts, FillOptions.top(1));
    assertThat(outcomes)
        .extracting(outcome -> ((Filled) outcome).masks().get(0).position())
        .containsExactlyElementsOf(texts.stream().map(text -> text.indexOf('[')).toList());
  }

  @Test
  void should_answer_the_same_in_a_batch_as_alone() {
    String text = "中国的首都是北[MASK]。";
    List<FillOutcome> batch =
        filler.fill(List.of("[MASK]", text, "的".repeat(40) + "[MASK]"), FillOptions.top(3));
    Filled alone = (Filled) filler.fill(List.of(text), FillOptions.top(3)).get(0);
    Filled together = (Filled) batch.get(1);
    assertThat(together)
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1, Float.class)
        .isEqualTo(alone);
  }

  @Test
  void should_count_positions_in_code_points() {
    Filled filled = (Filled) filler.fill(List.of("𠮷[MASK]𠮷𠮷[MASK]"), FillOptions.top(1)).get(0);
    assertThat(filled.masks()).extracting(FilledMask::position).containsExactly(1, 9);
  }

  @Test
  void should_read_a_form_that_the_model_lacks_as_the_character_that_it_stands_for() {
    // U+2FB8 and U+F963, which look like 首 and 北.
    List<FillOutcome> outcomes =
        filler.fill(List.of("中国的首都是北[MASK]。", "中国的\u2fb8都是\uf963[MASK]。"), FillOptions.top(3));

    Filled usual = (Filled) outcomes.get(0);
    assertThat(((Filled) outcomes.get(1)).masks()).isEqualTo(usual.masks());
  }

  @Test
  void should_refuse_single_texts_and_fill_the_others() {
    String longest = "的".repeat((1 << 14) - 3) + "[MASK]";
    List<FillOutcome> outcomes =
        filler.fill(List.of("", longest, "春风", "的" + longest), FillOptions.top(1));
    assertThat(outcomes.get(0)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(1)).isInstanceOf(Filled.class);
    assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(3))
        .isEqualTo(
            new Refused(
                Reason.TOO_LONG,
                Sentence.of(
                        "tokens",
                        "The text has {found} tokens, including its start and end, but at most {most} are allowed: split it.")
                    .with("found", 16_385)
                    .with("most", 16_384)));
  }

  @Test
  void should_read_of_a_long_text_what_is_around_each_mask() {
    String middle = "春风又[MASK]江南岸";
    String left = "床".repeat(60);
    String right = "霜".repeat(60);
    // The window has room for 46 tokens, 23 of them before the mask.
    String read = "床".repeat(20) + middle + "霜".repeat(19);
    List<FillOutcome> outcomes =
        filler.fill(List.of(left + middle + right + "[MASK]", read), FillOptions.top(3));
    FilledMask inLong = ((Filled) outcomes.get(0)).masks().get(0);
    FilledMask inShort = ((Filled) outcomes.get(1)).masks().get(0);
    assertThat(inLong.position()).isEqualTo(63);
    assertThat(inLong.candidates())
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1, Float.class)
        .isEqualTo(inShort.candidates());
  }

  @Test
  void should_never_offer_what_nobody_could_write() {
    Filled filled = (Filled) filler.fill(List.of("中[MASK]国"), FillOptions.top(100)).get(0);
    assertThat(filled.masks().get(0).candidates())
        .hasSize(100)
        .extracting(Candidate::token)
        .doesNotHaveDuplicates()
        .noneMatch(token -> token.matches("##.*|\\[[A-Za-z0-9]+]|<[ST]>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800[MASK]", "[MASK]\uDC00", "\u0000[MASK]", "\uFFFF[MASK]\u202E"})
  void should_survive_characters_that_are_none(String text) {
    assertThat(filler.fill(List.of(text), FillOptions.top(1))).hasOnlyElementsOfType(Filled.class);
  }

  @Test
  void should_refuse_to_rank_nothing_or_too_much() {
    assertThatThrownBy(() -> FillOptions.top(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FillOptions.top(MaskFiller.MAX_TOP_K + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(filler.fill(List.of(), FillOptions.top(1))).isEmpty();
  }

  @Test
  void should_give_every_concurrent_caller_its_own_answers() throws Exception {
    List<String> texts =
        IntStream.range(0, 20)
            .mapToObj(i -> "我".repeat(i % 7) + "[MASK]人" + "他".repeat(i))
            .toList();
    List<FillOutcome> expected = filler.fill(texts, FillOptions.top(2));
    Callable<List<FillOutcome>> call = () -> filler.fill(texts, FillOptions.top(2));
    var callers = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<FillOutcome>> answer : callers.invokeAll(Collections.nCopies(50, call))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void should_refuse_a_file_of_weights_that_was_cut_short() throws IOException {
    Path model = ImportModel.run(Models.golden("tiny-bert"), "cut", models, Progress.NONE);
    ModelDirectory directory = new ModelDirectory(model);
    try (var weights = new RandomAccessFile(directory.weights(Precision.FP32).toFile(), "rw")) {
      weights.setLength(weights.length() - 1);
    }
    assertThatThrownBy(() -> Models.load(directory, Precision.FP32))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("import the model again");
  }
}
