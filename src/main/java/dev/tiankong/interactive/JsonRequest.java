package dev.tiankong.interactive;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** What texts are given as. */
final class JsonRequest {

  private JsonRequest() {}

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
