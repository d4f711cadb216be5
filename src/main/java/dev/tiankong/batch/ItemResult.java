package dev.tiankong.batch;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The one final answer to an item: predictions, or an error. It is only ever inserted, so that the
 * primary key refuses a second one.
 */
@Entity
@Table(name = "item_result")
public class ItemResult {

  @EmbeddedId private ItemId id;

  @Enumerated(EnumType.STRING)
  private ItemState state;

  // Flat arrays take a third of the space that JSON would, and unnest() in SQL.
  private int[] maskPositions;
  private String[] tokens;
  private float[] scores;
  private String errorCode;
  private String errorMessage;

  protected ItemResult() {
    // For JPA.
  }

  private ItemResult(ItemId id, ItemState state) {
    this.id = id;
    this.state = state;
  }

  /**
   * @param masks the predictions of each mask in the order of the text, equally many for each
   */
  public static ItemResult succeeded(ItemId id, List<MaskPredictions> masks) {
    List<Prediction> flat = masks.stream().flatMap(m -> m.predictions().stream()).toList();
    ItemResult result = new ItemResult(id, ItemState.SUCCEEDED);
    result.maskPositions = masks.stream().mapToInt(MaskPredictions::position).toArray();
    result.tokens = flat.stream().map(Prediction::token).toArray(String[]::new);
    result.scores = new float[flat.size()];
    for (int i = 0; i < result.scores.length; i++) {
      result.scores[i] = flat.get(i).score();
    }
    return result;
  }

  public static ItemResult failed(ItemId id, ItemError error) {
    ItemResult result = new ItemResult(id, ItemState.FAILED);
    result.errorCode = error.code();
    result.errorMessage = error.message();
    return result;
  }

  public ItemState state() {
    return state;
  }

  /** One entry per mask, in the order of the text; empty when the item failed. */
  public List<MaskPredictions> masks() {
    if (state == ItemState.FAILED) {
      return List.of();
    }
    int ranks = tokens.length / maskPositions.length;
    return IntStream.range(0, maskPositions.length)
        .mapToObj(mask -> new MaskPredictions(maskPositions[mask], predictions(mask, ranks)))
        .toList();
  }

  private List<Prediction> predictions(int mask, int ranks) {
    return IntStream.range(mask * ranks, (mask + 1) * ranks)
        .mapToObj(i -> new Prediction(tokens[i], scores[i]))
        .toList();
  }

  public Optional<ItemError> error() {
    return Optional.ofNullable(errorCode).map(code -> new ItemError(code, errorMessage));
  }
}
