package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser.Event;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The members of a small body. One that is null counts as left out. */
public final class ObjectBody {

  /** It lies in memory as a whole, and takes many times the room there. */
  private static final int LIMIT = 1 << 18;

  private final JsonObject object;

  private ObjectBody(JsonObject object) {
    this.object = object;
  }

  /**
   * @param known all that there can be; another one is a mistake that must not go unnoticed
   * @throws Refusal if the body is not an object, or has other members
   */
  public static ObjectBody of(InputStream body, String... known) {
    JsonObject object = read(body);
    for (String name : object.keySet()) {
      if (!List.of(known).contains(name)) {
        throw JsonBody.unknownMember(name, List.of(known));
      }
    }
    return new ObjectBody(object);
  }

  /**
   * @throws Refusal if the body is not an object, or too large for one
   */
  public static JsonObject read(InputStream body) {
    return JsonBody.read(
        new BoundedBody(body, LIMIT),
        parser -> {
          if (parser.next() != Event.START_OBJECT) {
            throw JsonBody.invalid("not-an-object", "The body must be a JSON object.");
          }
          return parser.getObject();
        });
  }

  public String string(String name) {
    return optionalString(name).orElseThrow(() -> JsonBody.missing(name));
  }

  public Optional<String> optionalString(String name) {
    return member(name)
        .map(
            value -> {
              if (value instanceof JsonString string) {
                return string.getString();
              }
              throw JsonBody.wrongType(name, "a string");
            });
  }

  public Optional<Integer> optionalWholeNumber(String name) {
    return member(name)
        .map(
            value -> {
              try {
                return ((JsonNumber) value).intValueExact();
              } catch (ClassCastException | ArithmeticException e) {
                throw JsonBody.wrongType(name, "a whole number");
              }
            });
  }

  private Optional<JsonValue> member(String name) {
    Optional<JsonValue> member =
        Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    if (!member.map(Characters::areStorable).orElse(true)) {
      throw JsonBody.unstorable(name);
    }
    return member;
  }
}
