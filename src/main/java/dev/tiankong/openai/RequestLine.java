package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.intake.OptionsJson;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request of an input file.
 *
 * @param options as they were asked for; what was left to the task is still open
 */
record RequestLine(String customId, String text, BatchOptions options) {

  static final String ENDPOINT = "/v1/fill-mask";

  private static final int LONGEST_ID = 512;
  private static final Set<String> MEMBERS = Set.of("custom_id", "method", "url", "body");
  private static final String INPUT = "input";

  /** The options that a body can have, and what they are called elsewhere. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "model", "model",
          "top_k", "topK",
          "targets", "targets",
          "candidates", "candidates",
          "loose_masks", "looseMasks");

  /** The other way round: what is wrong with an option is said under the name that it has here. */
  static final Map<String, String> NAMES =
      OPTIONS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static final Set<String> IN_BODY =
      Stream.concat(OPTIONS.keySet().stream(), Stream.of(INPUT)).collect(Collectors.toSet());

  /**
   * @param number of the line, from 1
   * @throws InvalidLineException if it is no such request
   */
  static RequestLine read(String line, int number) {
    JsonObject request = object(line, number);
    requireKnown(request, MEMBERS, "");
    String customId = string(request, "custom_id", "custom_id");
    if (customId.isEmpty() || Characters.count(customId) > LONGEST_ID) {
      throw InvalidLineException.invalid(
          "custom_id", "\"custom_id\" must have 1 to %d characters.".formatted(LONGEST_ID));
    }
    require(request, "method", "POST");
    require(request, "url", ENDPOINT);
    if (!(request.get("body") instanceof JsonObject body)) {
      throw InvalidLineException.missing("body");
    }
    requireKnown(body, IN_BODY, "body.");
    return new RequestLine(customId, string(body, INPUT, "body.input"), options(body));
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

  private static BatchOptions options(JsonObject body) {
    JsonObjectBuilder options = JSON.createObjectBuilder();
    body.forEach(
        (name, value) -> {
          if (OPTIONS.containsKey(name)) {
            options.add(OPTIONS.get(name), value);
          }
        });
    try {
      return OptionsJson.read(options.build());
    } catch (ProblemException e) {
      throw InvalidLineException.ofOption(e.problem().sentence().renamed(NAMES));
    }
  }
}
