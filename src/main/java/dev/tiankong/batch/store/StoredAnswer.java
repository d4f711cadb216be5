package dev.tiankong.batch.store;

import dev.tiankong.batch.Filling;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.wording.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An answer in columns. */
@Embeddable
public class StoredAnswer {

  // Flat arrays take a third of the space that JSON would, and unnest() in SQL.
  private int[] maskPositions;
  private int[] maskLengths;
  private String[] tokens;
  private float[] scores;
  private String[] fillingTokens;
  private String[] fillingTexts;
  private float[] fillingScores;
  private String errorCode;
  private String errorMessage;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "jsonb")
  private String errorParameters;

  protected StoredAnswer() {
    // For JPA.
  }

  StoredAnswer(TextAnswer answer) {
    answer.error().ifPresentOrElse(this::fail, () -> succeed(answer));
  }

  private void fail(ItemError error) {
    errorCode = error.code();
    errorMessage = error.message();
    errorParameters = error.parameters().isEmpty() ? null : error.parameters().toString();
  }

  private void succeed(TextAnswer answer) {
    List<Prediction> flat = answer.masks().stream().flatMap(m -> m.predictions().stream()).toList();
    maskPositions = answer.masks().stream().mapToInt(MaskPredictions::position).toArray();
    maskLengths = answer.masks().stream().mapToInt(MaskPredictions::length).toArray();
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
  void write(CopyRows rows, ItemId id, ItemState state) throws IOException {
    rows.write(
        id.batchId(),
        id.index(),
        state,
        maskPositions,
        maskLengths,
        tokens,
        scores,
        fillingTokens,
        fillingTexts,
        fillingScores,
        errorCode,
        errorMessage,
        errorParameters);
  }

  /** As a row with the columns of errors alone. */
  void writeError(CopyRows rows, ItemId id, ItemState state) throws IOException {
    rows.write(id.batchId(), id.index(), state, errorCode, errorMessage, errorParameters);
  }

  public TextAnswer answer() {
    return errorCode == null
        ? TextAnswer.of(masks(), fillings())
        : TextAnswer.failed(
            new ItemError(errorCode, errorMessage, Sentence.values(errorParameters)));
  }

  private List<MaskPredictions> masks() {
    int ranks = tokens.length / maskPositions.length;
    return IntStream.range(0, maskPositions.length)
        .mapToObj(
            mask ->
                new MaskPredictions(
                    maskPositions[mask],
                    maskLengths == null ? 0 : maskLengths[mask],
                    predictions(mask, ranks)))
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
