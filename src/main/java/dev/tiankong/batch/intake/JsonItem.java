package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.JsonBody;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

/**
 * A text in JSON: a string, or an object with {@code text}, perhaps {@code id}, and whatever is to
 * be handed back. What is neither is kept as an item with an error; the others go on.
 *
 * @param error why it is no text, or null
 * @param id the client's own name for it, or null
 * @param rest whatever else came with it
 */
record JsonItem(String text, ItemError error, String id, JsonObject rest) {

  private static final String TEXT = "text";
  private static final String ID = "id";

  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  /** Nobody means more than that: it is an attack, not a mistake in one text. */
  private static final int MAX_DEPTH = 100;

  private static final ItemError NOT_A_STRING =
      new ItemError(
          ItemErrorCode.NOT_A_STRING,
          Sentence.of("A text must be a JSON string: write \"…[MASK]…\" in quotation marks."));

  private static final ItemError NO_TEXT =
      new ItemError(
          ItemErrorCode.NOT_A_STRING,
          Sentence.of(
              "missing", "The object has no member \"text\": write {\"text\": \"…[MASK]…\"}."));

  /** The parser stands at the value, and behind it afterwards. */
  static JsonItem read(JsonParser parser, Event event) {
    return switch (event) {
      case VALUE_STRING -> new JsonItem(parser.getString(), null, null, NOTHING);
      case START_OBJECT -> of(parser.getObject());
      case START_ARRAY -> {
        passOver(parser);
        yield failed("[…]", NOT_A_STRING);
      }
      case VALUE_NUMBER -> failed(parser.getString(), NOT_A_STRING);
      case VALUE_TRUE -> failed("true", NOT_A_STRING);
      case VALUE_FALSE -> failed("false", NOT_A_STRING);
      default -> failed("null", NOT_A_STRING);
    };
  }

  /** Something of which nothing is known but what it looks like. */
  static JsonItem failed(String shown, ItemError error) {
    return new JsonItem(shown, error, null, NOTHING);
  }

  private static JsonItem of(JsonObject object) {
    String id = name(object.get(ID));
    JsonObjectBuilder others = JSON.createObjectBuilder(object).remove(TEXT);
    if (id != null || object.get(ID) == JsonValue.NULL) {
      others.remove(ID);
    }
    JsonObject rest = others.build();
    return object.get(TEXT) instanceof JsonString text
        ? new JsonItem(text.getString(), null, id, rest)
        : new JsonItem("{…}", object.containsKey(TEXT) ? NOT_A_STRING : NO_TEXT, id, rest);
  }

  void addTo(TextCollector texts) {
    if (error == null) {
      texts.add(text, id, rest);
    } else {
      texts.addFailed(text, error, id, rest);
    }
  }

  /** Many count their records. */
  private static String name(JsonValue id) {
    if (id instanceof JsonString string) {
      return string.getString();
    }
    return id instanceof JsonNumber ? id.toString() : null;
  }

  /** To the end of the array that was just opened. */
  private static void passOver(JsonParser parser) {
    for (int depth = 1; depth > 0; ) {
      switch (parser.next()) {
        case START_ARRAY, START_OBJECT -> depth++;
        case END_ARRAY, END_OBJECT -> depth--;
        default -> {
          // Whatever it is, it is in the wrong place.
        }
      }
      if (depth > MAX_DEPTH) {
        throw JsonBody.invalid("too-deep", "The body is nested too deeply.");
      }
    }
  }
}
