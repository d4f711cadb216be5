package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What a model directory says of itself.
 *
 * @param maxTokens the longest text, counted with its start and end tokens
 */
public record ModelCard(Origin origin, Weights weights, Architecture architecture, int maxTokens) {

  /** Changes with the script that computes, which only an import writes. */
  private static final int FORMAT = 2;

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
   * The file of weights.
   *
   * @param bytes its length, which tells a file that was cut short
   * @param sha256 in lower case hexadecimal
   * @param precision of the stored numbers, such as "fp32"
   */
  public record Weights(long bytes, String sha256, String precision) {}

  /** As it stands in {@code model.json}, and as clients read it. */
  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("format", FORMAT)
        .add("name", origin.name())
        .add("task", TASK)
        .add("source", origin.source())
        .add("licence", origin.licence())
        .add("bytes", weights.bytes())
        .add("sha256", weights.sha256())
        .add("precision", weights.precision())
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
          "it was written by another version of Tiankong, import the model again");
    }
    if (!json.getString("task").equals(TASK)) {
      throw new IllegalArgumentException("its task is " + json.getString("task"));
    }
    return new ModelCard(
        new Origin(json.getString("name"), json.getString("source"), json.getString("licence")),
        new Weights(
            json.getJsonNumber("bytes").longValueExact(),
            json.getString("sha256"),
            json.getString("precision")),
        new Architecture(
            json.getInt("layers"),
            json.getInt("hidden"),
            json.getInt("heads"),
            json.getInt("intermediate"),
            json.getInt("vocabulary")),
        json.getInt("maxTokens"));
  }
}
