package dev.tiankong.openai;

import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
  private static final String NOT_AN_OBJECT = "This line is not a JSON object.";
  private static final Set<String> MEMBERS = Set.of("custom_id", "method", "url", "body");

  /**
   * @param number of the line, from 1
   * @param endpoint that the batch is for
   * @throws Refusal if it is no such request
   */
  static RequestLine read(String line, int number, Endpoint endpoint) {
    JsonObject request = object(line, number);
    requireKnown(request, MEMBERS, "");
    String customId = string(request, "custom_id", "custom_id");
    if (customId.isEmpty() || Characters.count(customId) > LONGEST_ID) {
      throw OpenAiCode.INVALID_VALUE.about(
          "custom_id", "\"{parameter}\" must have 1 to %d characters.".formatted(LONGEST_ID));
    }
    require(request, "method", "POST");
    require(request, "url", endpoint.path());
    if (!(request.get("body") instanceof JsonObject body)) {
      throw OpenAiCode.missing("body");
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
    } catch (Refusal e) {
      throw invalidLine(JsonBody.isDuplicateMember(e) ? e.getMessage() : NOT_AN_OBJECT);
    } catch (IllegalStateException e) {
      throw invalidLine(NOT_AN_OBJECT);
    }
  }

  private static Refusal invalidLine(String message) {
    return new Refusal(
        OpenAiCode.INVALID_JSON_LINE, Sentence.verbatim(message, JsonValue.EMPTY_JSON_OBJECT));
  }

  private static void requireKnown(JsonObject object, Set<String> known, String prefix) {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw OpenAiCode.UNKNOWN_PARAMETER.about(
                  prefix + name, Sentence.of("Unknown member \"{found}\".").with("found", name));
            });
  }

  private static String string(JsonObject object, String name, String param) {
    JsonValue value = object.get(name);
    if (value == null || value == JsonValue.NULL) {
      throw OpenAiCode.missing(param);
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw OpenAiCode.INVALID_VALUE.about(param, "\"{parameter}\" must be a string.");
  }

  private static void require(JsonObject request, String name, String expected) {
    if (!string(request, name, name).equals(expected)) {
      throw OpenAiCode.INVALID_VALUE.about(
          name, Sentence.of("\"{parameter}\" must be \"{expected}\".").with("expected", expected));
    }
  }

  private static TaskOptions options(JsonObject body, Endpoint endpoint) {
    try {
      return endpoint.task().options().read(endpoint.options(body), List.of());
    } catch (Refusal e) {
      throw ofOption(e, endpoint);
    }
  }

  /** What is wrong with an option, under the name that it has here. */
  static Refusal ofOption(Refusal refusal, Endpoint endpoint) {
    Sentence sentence = refusal.sentence().renamed(endpoint.names());
    return OpenAiCode.INVALID_VALUE.about(
        "body." + sentence.values().getString(Sentence.OPTION), sentence);
  }
}
