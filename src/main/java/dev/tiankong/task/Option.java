package dev.tiankong.task;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.JsonMembers;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * Something that can be asked of a task.
 *
 * @param name the member's in JSON, a word in camel case
 * @param otherwise the value if it is left out; null if the task finds one
 * @param description for people
 */
public record Option<T>(String name, OptionType<T> type, T otherwise, String description) {

  /** Of every task that has models. Which one it is shows in the weights, whatever its name. */
  public static final Option<String> MODEL =
      new Option<>(
          "model",
          OptionType.text(),
          null,
          "An installed model's name; the default model if left out.");

  /**
   * @throws RuntimeException if the member is of another type, or out of bounds
   */
  T read(JsonObject members) {
    T value = JsonMembers.read(members, name, otherwise, type.expected(), type::read);
    if (value != null) {
      type.check(name, value);
    }
    return value;
  }

  /** What is known of the value: null if nothing. */
  T of(JsonObject members) {
    JsonValue value = members.getOrDefault(name, JsonValue.NULL);
    return value == JsonValue.NULL ? otherwise : type.read(value);
  }

  JsonValue canonical(JsonObject members) {
    T value = of(members);
    return value == null ? JsonValue.NULL : type.canonical(value);
  }

  /** As a query or a form has it, see {@link OptionType#isRepeated}. */
  public boolean isRepeated() {
    return type.isRepeated();
  }

  /** A JSON schema with default and description. */
  public JsonObject schema() {
    JsonObjectBuilder schema = JSON.createObjectBuilder();
    type.describe(schema);
    if (otherwise != null && !type.isRepeated()) {
      schema.add("default", type.write(otherwise));
    }
    return schema.add("description", description).build();
  }
}
