package dev.tiankong.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** Strings in JSON; null stands for a value of another type. What that means is its route's say. */
public final class JsonStrings {

  private JsonStrings() {}

  public static List<String> array(JsonValue value) {
    return value instanceof JsonArray array
            && array.stream().allMatch(element -> element instanceof JsonString)
        ? array.getValuesAs(JsonString::getString)
        : null;
  }

  /** One string or an array of them. */
  public static List<String> oneOrMore(JsonValue value) {
    return value instanceof JsonString string ? List.of(string.getString()) : array(value);
  }
}
