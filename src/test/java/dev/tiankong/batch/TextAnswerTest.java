package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.wording.Sentence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextAnswerTest {

  @Test
  void should_put_the_best_candidate_of_each_mask_in_its_place() {
    TextAnswer answer = TextAnswer.of(List.of(mask(1, 6, "又", "了"), mask(8, 3, "绿")), List.of());

    assertThat(answer.filled("𠮷[MASK]𠮷（ ）。")).contains("𠮷又𠮷绿。");
  }

  @Test
  void should_put_in_what_fits_together_where_masks_are_filled_together() {
    TextAnswer answer =
        TextAnswer.of(
            List.of(mask(0, 6, "上"), mask(6, 6, "都")),
            List.of(new Filling(List.of("大", "都"), "大都。", 0.2f)));

    assertThat(answer.filled("[MASK][MASK]。")).contains("大都。");
  }

  @Test
  void should_leave_a_mask_as_it_is_for_which_there_is_no_candidate() {
    TextAnswer answer = TextAnswer.of(List.of(mask(1, 6), mask(8, 6)), List.of());

    assertThat(answer.filled("天[MASK]地[MASK]")).contains("天[MASK]地[MASK]");
  }

  @Test
  void should_not_guess_where_the_masks_of_an_earlier_version_end() {
    assertThat(TextAnswer.of(List.of(mask(0, 0, "天")), List.of()).filled("（ ）")).isEmpty();
    assertThat(
            TextAnswer.failed(new ItemError(ItemErrorCode.EMPTY, Sentence.of("Empty."))).filled(""))
        .isEmpty();
  }

  private static MaskPredictions mask(int position, int length, String... tokens) {
    return new MaskPredictions(
        position, length, Stream.of(tokens).map(token -> new Prediction(token, 0.5f)).toList());
  }
}
