package dev.tiankong.task;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * Options of one task, by the names that clients know.
 *
 * @param members what was asked for and what was filled in; what is missing is left to the task
 */
public record TaskOptions(JsonObject members) {

  /**
   * @param json of {@link #members}
   */
  public static TaskOptions parse(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return new TaskOptions(reader.readObject());
    }
  }

  /** Null if it is left to the task. */
  public <T> T get(Option<T> option) {
    return option.of(members);
  }

  public <T> TaskOptions with(Option<T> option, T value) {
    return new TaskOptions(
        JSON.createObjectBuilder(members).add(option.name(), option.type().write(value)).build());
  }

  /** The model's name; empty for a task without models. */
  public Optional<String> model() {
    return Optional.ofNullable(get(Option.MODEL));
  }
}
