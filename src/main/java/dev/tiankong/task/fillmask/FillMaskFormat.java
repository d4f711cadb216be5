package dev.tiankong.task.fillmask;

import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.OffsetUnit;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Candidates for each mask, best first. In CSV, those of one mask are separated by spaces and those
 * of several masks by semicolons.
 */
public final class FillMaskFormat implements AnswerFormat {

  private static final List<String> COLUMNS = List.of("tokens", "scores", "filling");

  @Override
  public void writeJson(String text, String answer, OffsetUnit unit, JsonGenerator item) {
    FillMaskAnswer read = FillMaskAnswer.read(answer);
    OffsetUnit.Spans spans = unit.in(text);
    item.writeStartArray("masks");
    for (MaskPredictions mask : read.masks()) {
      item.writeStartObject();
      spans.write(mask.position(), mask.length(), item);
      item.writeStartArray("predictions");
      mask.predictions().forEach(prediction -> write(prediction, item));
      item.writeEnd().writeEnd();
    }
    item.writeEnd();
    if (!read.fillings().isEmpty()) {
      item.writeStartArray("fillings");
      read.fillings().forEach(filling -> write(filling, item));
      item.writeEnd();
    }
    item.write("filled", read.filled(text));
  }

  private static void write(Prediction prediction, JsonGenerator predictions) {
    predictions
        .writeStartObject()
        .write("token", prediction.token())
        .write("score", FillMaskAnswer.decimal(prediction.score()))
        .writeEnd();
  }

  private static void write(Filling filling, JsonGenerator fillings) {
    fillings.writeStartObject().writeStartArray("tokens");
    filling.tokens().forEach(fillings::write);
    fillings
        .writeEnd()
        .write("text", filling.text())
        .write("score", FillMaskAnswer.decimal(filling.score()))
        .writeEnd();
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> fields(String text, String answer) {
    FillMaskAnswer read = FillMaskAnswer.read(answer);
    return List.of(
        ofMasks(read, Prediction::token),
        ofMasks(read, prediction -> Float.toString(prediction.score())),
        // The best one; there are none where there is one mask only.
        read.fillings().stream().findFirst().map(Filling::text).orElse(""));
  }

  private static String ofMasks(FillMaskAnswer answer, Function<Prediction, String> field) {
    return answer.masks().stream()
        .map(mask -> mask.predictions().stream().map(field).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(";"));
  }

  /** Of one mask its candidates, as in the tutorial; of several a list for each. */
  @Override
  public void writePredictions(String text, String answer, JsonGenerator array) {
    List<MaskPredictions> masks = FillMaskAnswer.read(answer).masks();
    if (masks.size() == 1) {
      write(masks.get(0), array);
      return;
    }
    for (MaskPredictions mask : masks) {
      array.writeStartArray();
      write(mask, array);
      array.writeEnd();
    }
  }

  private static void write(MaskPredictions mask, JsonGenerator candidates) {
    mask.predictions()
        .forEach(
            p -> candidates.write("%s (%d%%)".formatted(p.token(), Math.round(p.score() * 100))));
  }
}
