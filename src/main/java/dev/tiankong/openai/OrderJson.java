package dev.tiankong.openai;

import dev.tiankong.request.Characters;
import dev.tiankong.request.ObjectBody;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a client says that creates a batch. */
final class OrderJson {

  private static final Set<String> KNOWN =
      Set.of("input_file_id", "endpoint", "completion_window", "metadata", "output_expires_after");

  private static final int MOST_PAIRS = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 512;

  private final JsonObject order;
  private final Collection<String> tasks;

  private OrderJson(JsonObject order, Collection<String> tasks) {
    this.order = order;
    this.tasks = tasks;
  }

  /**
   * @param tasks the names of those that there are
   * @throws Refusal if it asks for something else than there is
   */
  static OrderJson read(InputStream body, Collection<String> tasks) {
    OrderJson order = new OrderJson(ObjectBody.read(body), tasks);
    order.order.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw OpenAiCode.UNKNOWN_PARAMETER.about(name, "Unknown parameter \"{parameter}\".");
            });
    order.task();
    order.require("completion_window", List.of("24h"));
    return order;
  }

  /** The name of the task whose endpoint it names. */
  String task() {
    require("endpoint", tasks.stream().map(Endpoint::path).toList());
    return tasks.stream()
        .filter(task -> Endpoint.path(task).equals(string("endpoint")))
        .findFirst()
        .orElseThrow();
  }

  private void require(String name, List<String> expected) {
    if (!expected.contains(string(name))) {
      throw OpenAiCode.INVALID_VALUE.about(
          name,
          Sentence.of("\"{parameter}\" must be \"{expected}\".")
              .with("expected", String.join("\" or \"", expected)));
    }
  }

  private String string(String name) {
    if (order.get(name) instanceof JsonString value) {
      return value.getString();
    }
    throw OpenAiCode.MISSING_REQUIRED_PARAMETER.about(
        name, "\"{parameter}\" must be given, as a string.");
  }

  String inputFileId() {
    return string("input_file_id");
  }

  /** A JSON object, or null. */
  String metadata() {
    JsonValue metadata = order.getOrDefault("metadata", JsonValue.NULL);
    if (metadata == JsonValue.NULL) {
      return null;
    }
    if (!Characters.areStorable(metadata)) {
      throw OpenAiCode.INVALID_VALUE.about(
          "metadata", "\"{parameter}\" contains NUL or an unpaired surrogate: remove it.");
    }
    if (metadata instanceof JsonObject pairs
        && pairs.size() <= MOST_PAIRS
        && pairs.entrySet().stream().allMatch(pair -> isPair(pair.getKey(), pair.getValue()))) {
      return pairs.toString();
    }
    throw OpenAiCode.INVALID_VALUE.about(
        "metadata",
        "\"{parameter}\" must be an object of at most %d strings of %d characters, with names of %d."
            .formatted(MOST_PAIRS, LONGEST_VALUE, LONGEST_KEY));
  }

  private static boolean isPair(String key, JsonValue value) {
    return Characters.count(key) <= LONGEST_KEY
        && value instanceof JsonString string
        && Characters.count(string.getString()) <= LONGEST_VALUE;
  }

  /** How long the answers are to be kept, or null. */
  Long keepSeconds() {
    String name = "output_expires_after";
    JsonValue expiry = order.getOrDefault(name, JsonValue.NULL);
    if (expiry == JsonValue.NULL) {
      return null;
    }
    String anchor = null;
    String seconds = null;
    if (expiry instanceof JsonObject object) {
      anchor = object.get("anchor") instanceof JsonString string ? string.getString() : null;
      seconds = object.get("seconds") instanceof JsonNumber number ? number.toString() : null;
    }
    return UploadFields.expiry(name, anchor, seconds);
  }
}
