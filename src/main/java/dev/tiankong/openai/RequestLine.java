package dev.tiankong.openai;

import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.task.TaskOptions;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * A request of an input file.
 *
 * @param options as they were asked for; what was left to the task is still open
 */
record RequestLine(String customId, String text, TaskOptions options) {

  private static final int LONGEST_ID = 512;
  private static final Set<String> MEMBERS = Set.of("custom_id", "method", "url", "body");

  /**
   * @param number of the line, from 1
   * @param endpoint that the batch is for
   * @throws InvalidLineException if it is no such request
   */
  static RequestLine read(String line, int number, Endpoint endpoint) {
    JsonObject request = object(line, number);
    requireKnown(request, MEMBERS, "");
    String customId = string(request, "custom_id", "custom_id");
    if (customId.isEmpty() || Characters.count(customId) > LONGEST_ID) {
      throw InvalidLineException.invalid(
          "custom_id", "\"custom_id\" must have 1 to %d characters.".formatted(LONGEST_ID));
    }
    require(request, "method", "POST");
    require(request, "url", endpoint.path());
    if (!(request.get("body") instanceof JsonObject body)) {
      throw InvalidLineException.missing("body");
    }
    requireKnown(body, endpoint.members(), "body.");
    String text = string(body, Endpoint.INPUT, "body.input");
    return new RequestLine(customId, text, options(body, endpoint));
  }

  private static JsonObject object(String line, int number) {
    try {
      return JsonBody.readLine(
          line,
          number,
          parser -> {
            parser.next();
            return parser.getObject();
          });
    } catch (ProblemException e) {
      throw invalidLine(
          JsonBody.isDuplicateMember(e) ? e.getMessage() : "This line is not a JSON object.");
    } catch (IllegalStateException e) {
      throw invalidLine("This line is not a JSON object.");
    }
  }

  private static InvalidLineException invalidLine(String message) {
    return new InvalidLineException("invalid_json_line", message, null);
  }

  private static void requireKnown(JsonObject object, Set<String> known, String prefix) {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new InvalidLineException(
                  "unknown_parameter", "There is no \"%s\" here.".formatted(name), prefix + name);
            });
  }

  private static String string(JsonObject object, String name, String param) {
    JsonValue value = object.get(name);
    if (value == null || value == JsonValue.NULL) {
      throw InvalidLineException.missing(param);
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw InvalidLineException.invalid(param, "\"%s\" must be a string.".formatted(param));
  }

  private static void require(JsonObject request, String name, String expected) {
    if (!string(request, name, name).equals(expected)) {
      throw InvalidLineException.invalid(name, "\"%s\" must be \"%s\".".formatted(name, expected));
    }
  }

  private static TaskOptions options(JsonObject body, Endpoint endpoint) {
    try {
      return endpoint.task().options().read(endpoint.options(body), List.of());
    } catch (ProblemException e) {
      throw InvalidLineException.ofOption(e.problem().sentence().renamed(endpoint.names()));
    }
  }
}
