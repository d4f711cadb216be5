package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Filling;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;

/** The answer to a text, as clients read it wherever they asked for it. */
public final class AnswerJson {

  private AnswerJson() {}

  /** Adds the members {@code masks} and {@code fillings}, or {@code error}. */
  public static void add(TextAnswer answer, JsonObjectBuilder item) {
    answer
        .error()
        .ifPresentOrElse(
            error ->
                item.add(
                    "error",
                    JSON.createObjectBuilder()
                        .add("code", error.code())
                        .add("message", error.message())),
            () -> item.add("masks", masks(answer.masks())));
    if (!answer.fillings().isEmpty()) {
      item.add("fillings", fillings(answer.fillings()));
    }
  }

  private static JsonArrayBuilder masks(List<MaskPredictions> masks) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (MaskPredictions mask : masks) {
      JsonArrayBuilder predictions = JSON.createArrayBuilder();
      mask.predictions().forEach(prediction -> predictions.add(prediction(prediction)));
      array.add(
          JSON.createObjectBuilder()
              .add("position", mask.position())
              .add("predictions", predictions));
    }
    return array;
  }

  private static JsonObjectBuilder prediction(Prediction prediction) {
    return JSON.createObjectBuilder()
        .add("token", prediction.token())
        .add("score", score(prediction.score()));
  }

  private static JsonArrayBuilder fillings(List<Filling> fillings) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Filling filling : fillings) {
      array.add(
          JSON.createObjectBuilder()
              .add("tokens", JSON.createArrayBuilder(filling.tokens()))
              .add("text", filling.text())
              .add("score", score(filling.score())));
    }
    return array;
  }

  /** Through the decimal: as a double, 0.98f would read 0.9800000190734863. */
  public static JsonNumber score(float score) {
    return JSON.createValue(new BigDecimal(Float.toString(score)));
  }
}
