package dev.tiankong.task.fillmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FillMaskAnswerTest {

  @Test
  void should_put_the_best_candidate_of_each_mask_in_its_place() {
    FillMaskAnswer answer =
        new FillMaskAnswer(List.of(mask(1, 6, "又", "了"), mask(8, 3, "绿")), List.of());

    assertThat(answer.filled("𠮷[MASK]𠮷（ ）。")).isEqualTo("𠮷又𠮷绿。");
  }

  @Test
  void should_put_in_what_fits_together_where_masks_are_filled_together() {
    FillMaskAnswer answer =
        new FillMaskAnswer(
            List.of(mask(0, 6, "上"), mask(6, 6, "都")),
            List.of(new Filling(List.of("大", "都"), "大都。", 0.2f)));

    assertThat(answer.filled("[MASK][MASK]。")).isEqualTo("大都。");
  }

  @Test
  void should_leave_a_mask_as_it_is_for_which_there_is_no_candidate() {
    FillMaskAnswer answer = new FillMaskAnswer(List.of(mask(1, 6), mask(8, 6)), List.of());

    assertThat(answer.filled("天[MASK]地[MASK]")).isEqualTo("天[MASK]地[MASK]");
  }

  static Stream<FillMaskAnswer> answers() {
    return Stream.of(
        new FillMaskAnswer(
            List.of(
                new MaskPredictions(
                    1, 6, List.of(new Prediction("\"\\", 0.5f), new Prediction("𠮷", 1.2345e-7f)))),
            List.of()),
        new FillMaskAnswer(List.of(mask(1, 6)), List.of()),
        new FillMaskAnswer(
            List.of(mask(1, 6, "蛇", "龙"), mask(8, 4, "足", "脚")),
            List.of(
                new Filling(List.of("蛇", "足"), "画蛇添足。", 0.4f),
                new Filling(List.of("龙", "睛"), "画龙添睛。", Float.MIN_VALUE))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void should_be_read_as_it_was_written(FillMaskAnswer answer) {
    assertThat(FillMaskAnswer.read(answer.encoded())).isEqualTo(answer);
  }

  @Test
  void should_take_little_room() {
    assertThat(new FillMaskAnswer(List.of(mask(3, 6, "上", "如")), List.of()).encoded())
        .isEqualTo(
            "{\"masks\":[{\"position\":3,\"length\":6,\"tokens\":[\"上\",\"如\"],\"scores\":[0.5,0.5]}]}");
  }

  @Test
  void should_not_read_anything_else() {
    assertThatThrownBy(() -> FillMaskAnswer.read("{\"damaged\":true}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FillMaskAnswer.read("{\"masks\":[{\"position\":3,\"token\":\"上\"}]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MaskPredictions mask(int position, int length, String... tokens) {
    return new MaskPredictions(
        position, length, Stream.of(tokens).map(token -> new Prediction(token, 0.5f)).toList());
  }
}
