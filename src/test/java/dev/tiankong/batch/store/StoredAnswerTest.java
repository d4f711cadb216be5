package dev.tiankong.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.Filling;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemErrorCode;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.wording.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {

  @Test
  void should_give_back_the_predictions_of_each_mask_and_the_fillings() {
    TextAnswer answer =
        TextAnswer.of(
            List.of(
                new MaskPredictions(
                    1, 6, List.of(new Prediction("蛇", 0.5f), new Prediction("龙", 0.25f))),
                new MaskPredictions(
                    8, 4, List.of(new Prediction("足", 0.75f), new Prediction("脚", 0.1f)))),
            List.of(
                new Filling(List.of("蛇", "足"), "画蛇添足。", 0.4f),
                new Filling(List.of("龙", "睛"), "画龙添睛。", 0.2f)));

    assertThat(new StoredAnswer(answer).answer()).isEqualTo(answer);
  }

  @Test
  void should_give_back_a_mask_for_which_nothing_fits() {
    TextAnswer answer = TextAnswer.of(List.of(new MaskPredictions(1, 6, List.of())), List.of());

    assertThat(new StoredAnswer(answer).answer()).isEqualTo(answer);
  }

  @Test
  void should_give_back_the_error() {
    TextAnswer answer =
        TextAnswer.failed(
            new ItemError(
                ItemErrorCode.NO_MASK,
                Sentence.of("Found \"{found}\": did you mean [MASK]?").with("found", "{MASK}")));

    assertThat(new StoredAnswer(answer).answer()).isEqualTo(answer);
  }
}
