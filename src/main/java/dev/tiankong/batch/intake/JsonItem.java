package dev.tiankong.batch.intake;

import dev.tiankong.batch.ItemError;
import dev.tiankong.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

/**
 * A text in JSON: a string, or an object with {@code text}, perhaps {@code id}, and whatever is to
 * be handed back. What is neither is kept as an item with an error; the others go on.
 */
final class JsonItem {

  /** Nobody means more than that: it is an attack, not a mistake in one text. */
  private static final int MAX_DEPTH = 100;

  private static final ItemError NOT_A_STRING =
      new ItemError(
          "NOT_A_STRING", "A text must be a JSON string: write \"…[MASK]…\" in quotation marks.");

  private JsonItem() {}

  /** The parser stands at the value, and behind it afterwards. */
  static void read(JsonParser parser, Event event, TextCollector texts) {
    switch (event) {
      case VALUE_STRING -> texts.add(parser.getString(), null, null);
      case START_OBJECT -> read(parser.getObject(), texts);
      case START_ARRAY -> {
        passOver(parser);
        texts.addFailed("[…]", NOT_A_STRING);
      }
      case VALUE_NUMBER -> texts.addFailed(parser.getString(), NOT_A_STRING);
      case VALUE_TRUE -> texts.addFailed("true", NOT_A_STRING);
      case VALUE_FALSE -> texts.addFailed("false", NOT_A_STRING);
      default -> texts.addFailed("null", NOT_A_STRING);
    }
  }

  private static void read(JsonObject object, TextCollector texts) {
    if (object.get("text") instanceof JsonString text) {
      JsonObject rest = Json.createObjectBuilder(object).remove("text").remove("id").build();
      texts.add(text.getString(), name(object.get("id")), rest.isEmpty() ? null : rest.toString());
    } else {
      texts.addFailed("{…}", NOT_A_STRING);
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
        throw Problem.badRequest(
                "invalid-body", "The body is nested more than %d deep.".formatted(MAX_DEPTH))
            .toException();
      }
    }
  }
}
