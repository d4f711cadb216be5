package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.task.TextTask;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A task in the words of OpenAI's API, all made from its own.
 *
 * @param names of the task's options here, by their names elsewhere
 * @param members that the body of a request can have
 */
record Endpoint(TextTask task, Map<String, String> names, Set<String> members) {

  static final String INPUT = "input";

  private static final String PREFIX = "/v1/";

  static Endpoint of(TextTask task) {
    Map<String, String> names = new HashMap<>();
    task.options().names().forEach(name -> names.put(name, snakeCase(name)));
    Set<String> members = new HashSet<>(names.values());
    members.add(INPUT);
    return new Endpoint(task, names, members);
  }

  private static String snakeCase(String camelCase) {
    return camelCase.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
  }

  /** The address that requests to the task name. */
  static String path(String task) {
    return PREFIX + task;
  }

  String path() {
    return path(task.name());
  }

  /** What an answer says that it is, such as {@code fill_mask}. */
  String object() {
    return task.name().replace('-', '_');
  }

  /** The options in the body of a request, by their names elsewhere. */
  JsonObject options(JsonObject body) {
    JsonObjectBuilder options = JSON.createObjectBuilder();
    names.forEach(
        (name, nameHere) -> {
          if (body.containsKey(nameHere)) {
            options.add(name, body.get(nameHere));
          }
        });
    return options.build();
  }
}
