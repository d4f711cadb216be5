package dev.tiankong.task.fillmask;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What may stand in the blanks of one text.
 *
 * <p>As a document it is {@code {"masks": [{"position", "length", "tokens": […], "scores": […]}],
 * "fillings": [{"tokens": […], "text", "score"}]}}, without the fillings if there are none. Lists
 * of tokens and scores take half the room that an object for each candidate would.
 *
 * @param masks the predictions of each mask in the order of the text
 * @param fillings of all masks together, best first; empty unless there are several masks
 */
public record FillMaskAnswer(List<MaskPredictions> masks, List<Filling> fillings) {

  private static final String MASKS = "masks";
  private static final String FILLINGS = "fillings";
  private static final String POSITION = "position";
  private static final String LENGTH = "length";
  private static final String TOKENS = "tokens";
  private static final String SCORES = "scores";
  private static final String TEXT = "text";
  private static final String SCORE = "score";

  public FillMaskAnswer {
    masks = List.copyOf(masks);
    fillings = List.copyOf(fillings);
  }

  /**
   * The text with the best candidates in place of its masks: the best filling where masks are
   * filled together, otherwise what is best for each. A mask without a candidate stays.
   *
   * @param text the one that was asked
   */
  String filled(String text) {
    if (!fillings.isEmpty()) {
      return fillings.get(0).text();
    }
    StringBuilder filled = new StringBuilder();
    int copied = 0;
    int position = 0;
    for (MaskPredictions mask : masks) {
      int start = text.offsetByCodePoints(copied, mask.position() - position);
      int end = text.offsetByCodePoints(start, mask.length());
      filled.append(text, copied, start).append(mask.best().orElse(text.substring(start, end)));
      copied = end;
      position = mask.position() + mask.length();
    }
    return filled.append(text, copied, text.length()).toString();
  }

  /** As a reader expects it: as a double, 0.98f would be 0.9800000190734863. */
  public static BigDecimal decimal(float score) {
    return new BigDecimal(Float.toString(score));
  }

  /** The document that is stored. */
  public String encoded() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject().writeStartArray(MASKS);
      masks.forEach(mask -> encode(mask, json));
      json.writeEnd();
      if (!fillings.isEmpty()) {
        json.writeStartArray(FILLINGS);
        fillings.forEach(filling -> encode(filling, json));
        json.writeEnd();
      }
      json.writeEnd();
    }
    return text.toString();
  }

  private static void encode(MaskPredictions mask, JsonGenerator json) {
    json.writeStartObject().write(POSITION, mask.position()).write(LENGTH, mask.length());
    json.writeStartArray(TOKENS);
    mask.predictions().forEach(prediction -> json.write(prediction.token()));
    json.writeEnd().writeStartArray(SCORES);
    mask.predictions().forEach(prediction -> json.write(decimal(prediction.score())));
    json.writeEnd().writeEnd();
  }

  private static void encode(Filling filling, JsonGenerator json) {
    json.writeStartObject().writeStartArray(TOKENS);
    filling.tokens().forEach(json::write);
    json.writeEnd().write(TEXT, filling.text()).write(SCORE, decimal(filling.score())).writeEnd();
  }

  /** Reads what {@link #encoded} wrote. A million of them are read in a row: no tree is built. */
  public static FillMaskAnswer read(String encoded) {
    List<MaskPredictions> masks = new ArrayList<>(1);
    List<Filling> fillings = new ArrayList<>(0);
    try (JsonParser json = JSON.createParser(new StringReader(encoded))) {
      json.next();
      while (json.next() == Event.KEY_NAME) {
        String name = json.getString();
        boolean isMask = name.equals(MASKS);
        if (json.next() != Event.START_ARRAY || !isMask && !name.equals(FILLINGS)) {
          throw unknown(name);
        }
        while (json.next() == Event.START_OBJECT) {
          Fields fields = new Fields(json);
          if (isMask) {
            masks.add(fields.mask());
          } else {
            fillings.add(fields.filling());
          }
        }
      }
    }
    return new FillMaskAnswer(masks, fillings);
  }

  private static RuntimeException unknown(String member) {
    return new IllegalArgumentException("An answer has the member " + member);
  }

  /** The members of a mask or a filling. */
  private static final class Fields {

    private int position;
    private int length;
    private final List<String> tokens = new ArrayList<>();
    private final List<Float> scores = new ArrayList<>();
    private String text;
    private float score;

    /**
     * @param json behind the opening brace, and behind the closing one afterwards
     */
    Fields(JsonParser json) {
      while (json.next() == Event.KEY_NAME) {
        String name = json.getString();
        json.next();
        switch (name) {
          case POSITION -> position = json.getInt();
          case LENGTH -> length = json.getInt();
          case TEXT -> text = json.getString();
          case SCORE -> score = number(json);
          case TOKENS -> {
            while (json.next() != Event.END_ARRAY) {
              tokens.add(json.getString());
            }
          }
          case SCORES -> {
            while (json.next() != Event.END_ARRAY) {
              scores.add(number(json));
            }
          }
          default -> throw unknown(name);
        }
      }
    }

    private static float number(JsonParser json) {
      return Float.parseFloat(json.getString());
    }

    MaskPredictions mask() {
      List<Prediction> predictions = new ArrayList<>(tokens.size());
      for (int rank = 0; rank < tokens.size(); rank++) {
        predictions.add(new Prediction(tokens.get(rank), scores.get(rank)));
      }
      return new MaskPredictions(position, length, predictions);
    }

    Filling filling() {
      return new Filling(tokens, text, score);
    }
  }
}
