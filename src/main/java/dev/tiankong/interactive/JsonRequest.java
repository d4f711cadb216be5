package dev.tiankong.interactive;

import dev.tiankong.batch.api.JsonBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser.Event;
import java.io.InputStream;
import java.util.List;

/** Small bodies, read as a whole. */
final class JsonRequest {

  private JsonRequest() {}

  static JsonObject read(InputStream body) {
    return JsonBody.read(
        body,
        parser -> {
          if (parser.next() != Event.START_OBJECT) {
            throw JsonBody.invalid("The body must be an object");
          }
          return parser.getObject();
        });
  }

  /** One string or an array of them; null for anything else. */
  static List<String> strings(JsonValue value) {
    if (value instanceof JsonString string) {
      return List.of(string.getString());
    }
    return value instanceof JsonArray array
            && array.stream().allMatch(element -> element instanceof JsonString)
        ? array.getValuesAs(JsonString::getString)
        : null;
  }
}
