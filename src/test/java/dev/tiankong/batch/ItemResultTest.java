package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemResultTest {

  private static final ItemId ID = new ItemId(UUID.randomUUID(), 0);

  @Test
  void should_give_back_the_predictions_of_each_mask() {
    List<MaskPredictions> masks =
        List.of(
            new MaskPredictions(1, List.of(new Prediction("蛇", 0.5f), new Prediction("龙", 0.25f))),
            new MaskPredictions(8, List.of(new Prediction("足", 0.75f), new Prediction("脚", 0.1f))));

    ItemResult result = ItemResult.succeeded(ID, masks);

    assertThat(result.masks()).isEqualTo(masks);
    assertThat(result.error()).isEmpty();
  }

  @Test
  void should_give_back_the_error() {
    ItemError error = new ItemError("NO_MASK", "Mark each blank with [MASK].");

    ItemResult result = ItemResult.failed(ID, error);

    assertThat(result.error()).contains(error);
    assertThat(result.masks()).isEmpty();
  }
}
