package dev.tiankong.batch;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one final answer to an item. It is only ever inserted, so that the primary key refuses a
 * second one.
 */
@Entity
@Table(name = "item_result")
class ItemResult {

  @EmbeddedId private ItemId id;

  @Enumerated(EnumType.STRING)
  private ItemState state;

  // Flat arrays take a third of the space that JSON would, and unnest() in SQL.
  private int[] maskPositions;
  private String[] tokens;
  private float[] scores;
  private String[] fillingTokens;
  private String[] fillingTexts;
  private float[] fillingScores;
  private String errorCode;
  private String errorMessage;

  protected ItemResult() {
    // For JPA.
  }

  ItemResult(ItemId id, TextAnswer answer) {
    this.id = id;
    answer.error().ifPresentOrElse(this::fail, () -> succeed(answer));
  }

  private void fail(ItemError error) {
    state = ItemState.FAILED;
    errorCode = error.code();
    errorMessage = error.message();
  }

  private void succeed(TextAnswer answer) {
    state = ItemState.SUCCEEDED;
    List<Prediction> flat = answer.masks().stream().flatMap(m -> m.predictions().stream()).toList();
    maskPositions = answer.masks().stream().mapToInt(MaskPredictions::position).toArray();
    tokens = flat.stream().map(Prediction::token).toArray(String[]::new);
    scores = floats(flat.stream().map(Prediction::score).toList());
    List<Filling> fillings = answer.fillings();
    if (!fillings.isEmpty()) {
      fillingTokens = fillings.stream().flatMap(f -> f.tokens().stream()).toArray(String[]::new);
      fillingTexts = fillings.stream().map(Filling::text).toArray(String[]::new);
      fillingScores = floats(fillings.stream().map(Filling::score).toList());
    }
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  /** As a row with all columns of the table. */
  void write(CopyRows rows) throws IOException {
    rows.write(
        id.batchId(),
        id.index(),
        state,
        maskPositions,
        tokens,
        scores,
        fillingTokens,
        fillingTexts,
        fillingScores,
        errorCode,
        errorMessage);
  }

  ItemState state() {
    return state;
  }

  TextAnswer answer() {
    return state == ItemState.SUCCEEDED
        ? TextAnswer.of(masks(), fillings())
        : TextAnswer.failed(new ItemError(errorCode, errorMessage));
  }

  private List<MaskPredictions> masks() {
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

  private List<Filling> fillings() {
    if (fillingTexts == null) {
      return List.of();
    }
    int masks = maskPositions.length;
    List<String> all = Arrays.asList(fillingTokens);
    return IntStream.range(0, fillingTexts.length)
        .mapToObj(
            i ->
                new Filling(
                    all.subList(i * masks, (i + 1) * masks), fillingTexts[i], fillingScores[i]))
        .toList();
  }
}
