package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model directory says of itself.
 *
 * @param weights the files of weights, of which one is loaded
 * @param maxTokens the longest text, counted with its start and end tokens
 */
public record ModelCard(
    Origin origin, Map<Precision, Weights> weights, Architecture architecture, int maxTokens) {

  /** Changes with the script that computes, which only an import writes. */
  private static final int FORMAT = 4;

  /** The only task so far. A directory for another one is refused. */
  private static final String TASK = "fill-mask";

  /**
   * Where the model comes from.
   *
   * @param source the published file or folder that was imported
   * @param licence an SPDX identifier, or "unknown"
   */
  public record Origin(String name, String source, String licence) {}

  /**
   * A file of weights.
   *
   * @param bytes its length, which tells a file that was cut short
   * @param sha256 in lower case hexadecimal
   * @param agreement with fp32, for a precision that must prove itself
   */
  public record Weights(long bytes, String sha256, Optional<PrecisionReport> agreement) {

    private JsonObjectBuilder toJson() {
      JsonObjectBuilder json = Json.createObjectBuilder().add("bytes", bytes).add("sha256", sha256);
      agreement.ifPresent(measured -> json.add("agreement", measured.toJson()));
      return json;
    }

    private static Weights parse(JsonObject json) {
      return new Weights(
          json.getJsonNumber("bytes").longValueExact(),
          json.getString("sha256"),
          Optional.ofNullable(json.getJsonObject("agreement")).map(PrecisionReport::parse));
    }
  }

  public ModelCard {
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
  }

  /** As it stands in {@code model.json}, and as clients read it. */
  public JsonObject toJson() {
    JsonObjectBuilder precisions = Json.createObjectBuilder();
    weights.forEach((precision, file) -> precisions.add(precision.label(), file.toJson()));
    return Json.createObjectBuilder()
        .add("format", FORMAT)
        .add("name", origin.name())
        .add("task", TASK)
        .add("source", origin.source())
        .add("licence", origin.licence())
        .add("precisions", precisions)
        .add("layers", architecture.layers())
        .add("hidden", architecture.hidden())
        .add("heads", architecture.heads())
        .add("intermediate", architecture.intermediate())
        .add("vocabulary", architecture.vocabulary())
        .add("maxTokens", maxTokens)
        .build();
  }

  static ModelCard parse(JsonObject json) {
    if (json.getInt("format", 1) != FORMAT) {
      throw new IllegalArgumentException(
          "it was written by another version of Tiankong; import the model again");
    }
    if (!json.getString("task").equals(TASK)) {
      throw new IllegalArgumentException("its task is " + json.getString("task"));
    }
    Map<Precision, Weights> weights = new EnumMap<>(Precision.class);
    JsonObject precisions = json.getJsonObject("precisions");
    for (String label : precisions.keySet()) {
      weights.put(Precision.of(label), Weights.parse(precisions.getJsonObject(label)));
    }
    return new ModelCard(
        new Origin(json.getString("name"), json.getString("source"), json.getString("licence")),
        weights,
        new Architecture(
            json.getInt("layers"),
            json.getInt("hidden"),
            json.getInt("heads"),
            json.getInt("intermediate"),
            json.getInt("vocabulary")),
        json.getInt("maxTokens"));
  }
}
