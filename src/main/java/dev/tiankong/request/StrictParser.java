package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses an object that has a member twice. RFC 8259 leaves open which of the two counts, so that
 * a client and this server could understand the same body in different ways. Numbers stay as they
 * are written.
 */
final class StrictParser implements JsonParser {

  private static final int SHOWN = 100;

  private final JsonParser parser;
  private final long firstLine;

  /** The names that each open object has so far. */
  private final Deque<Set<String>> open = new ArrayDeque<>();

  private Event current;

  /**
   * @param firstLine which line of the body it begins in, from 1
   */
  StrictParser(JsonParser parser, long firstLine) {
    this.parser = parser;
    this.firstLine = firstLine;
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    current = parser.next();
    switch (current) {
      case START_OBJECT -> open.push(new HashSet<>());
      case END_OBJECT -> open.pop();
      case KEY_NAME -> requireNew(parser.getString());
      default -> {
        // Without a name.
      }
    }
    return current;
  }

  private void requireNew(String name) {
    if (!open.element().add(name)) {
      throw new Refusal(
          ProblemCode.DUPLICATE_MEMBER,
          Sentence.of("An object has two members \"{member}\" (line {line}): keep only one.")
              .with("member", Characters.shown(name, SHOWN))
              .with("line", firstLine - 1 + parser.getLocation().getLineNumber()));
    }
  }

  @Override
  public JsonObject getObject() {
    require(Event.START_OBJECT);
    JsonObjectBuilder object = JSON.createObjectBuilder();
    while (next() != Event.END_OBJECT) {
      String name = parser.getString();
      next();
      object.add(name, getValue());
    }
    return object.build();
  }

  @Override
  public JsonArray getArray() {
    require(Event.START_ARRAY);
    JsonArrayBuilder array = JSON.createArrayBuilder();
    while (next() != Event.END_ARRAY) {
      array.add(getValue());
    }
    return array.build();
  }

  @Override
  public JsonValue getValue() {
    return switch (current) {
      case START_OBJECT -> getObject();
      case START_ARRAY -> getArray();
      case VALUE_NUMBER -> new WrittenNumber(parser.getString(), (JsonNumber) parser.getValue());
      default -> parser.getValue();
    };
  }

  private void require(Event expected) {
    if (current != expected) {
      throw new IllegalStateException("The parser stands at %s".formatted(current));
    }
  }

  @Override
  public String getString() {
    return parser.getString();
  }

  @Override
  public boolean isIntegralNumber() {
    return parser.isIntegralNumber();
  }

  @Override
  public int getInt() {
    return parser.getInt();
  }

  @Override
  public long getLong() {
    return parser.getLong();
  }

  @Override
  public BigDecimal getBigDecimal() {
    return parser.getBigDecimal();
  }

  @Override
  public JsonLocation getLocation() {
    return parser.getLocation();
  }

  @Override
  public void close() {
    parser.close();
  }
}
