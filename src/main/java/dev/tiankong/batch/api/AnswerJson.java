package dev.tiankong.batch.api;

import dev.tiankong.batch.Filling;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;

/** The answer to a text, as clients read it wherever they asked for it. */
public final class AnswerJson {

  private AnswerJson() {}

  /** Writes the members {@code masks}, {@code fillings} and {@code filled}, or {@code error}. */
  public static void write(String text, TextAnswer answer, OffsetUnit unit, JsonGenerator item) {
    answer
        .error()
        .ifPresentOrElse(
            error -> write(error, item), () -> write(answer.masks(), unit.in(text), item));
    if (!answer.fillings().isEmpty()) {
      item.writeStartArray("fillings");
      answer.fillings().forEach(filling -> write(filling, item));
      item.writeEnd();
    }
    answer.filled(text).ifPresent(filled -> item.write("filled", filled));
  }

  private static void write(ItemError error, JsonGenerator item) {
    item.writeStartObject("error").write("code", error.code()).write("message", error.message());
    if (!error.parameters().isEmpty()) {
      item.write("parameters", error.parameters());
    }
    item.writeEnd();
  }

  private static void write(
      List<MaskPredictions> masks, OffsetUnit.Spans spans, JsonGenerator item) {
    item.writeStartArray("masks");
    for (MaskPredictions mask : masks) {
      item.writeStartObject();
      spans.write(mask.position(), mask.length(), item);
      item.writeStartArray("predictions");
      mask.predictions().forEach(prediction -> write(prediction, item));
      item.writeEnd().writeEnd();
    }
    item.writeEnd();
  }

  private static void write(Prediction prediction, JsonGenerator predictions) {
    predictions
        .writeStartObject()
        .write("token", prediction.token())
        .write("score", score(prediction.score()))
        .writeEnd();
  }

  private static void write(Filling filling, JsonGenerator fillings) {
    fillings.writeStartObject().writeStartArray("tokens");
    filling.tokens().forEach(fillings::write);
    fillings
        .writeEnd()
        .write("text", filling.text())
        .write("score", score(filling.score()))
        .writeEnd();
  }

  /** As it reads: as a double, 0.98f would be 0.9800000190734863. */
  public static BigDecimal score(float score) {
    return new BigDecimal(Float.toString(score));
  }
}
