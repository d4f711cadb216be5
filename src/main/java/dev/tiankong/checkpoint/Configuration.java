package dev.tiankong.checkpoint;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * What the tensors alone do not tell; without a file, BERT's own rules.
 *
 * @param file for messages
 */
record Configuration(String file, JsonObject json) {

  private static final int HEAD_WIDTH = 64;
  private static final int HEADS = 12;
  private static final double EPSILON = 1e-12;

  /** A checkpoint without a configuration. */
  static final Configuration NONE = new Configuration("", JsonValue.EMPTY_JSON_OBJECT);

  /** Refuses what is like a BERT but computes otherwise. */
  static Configuration read(Path file) throws IOException {
    Configuration read = new Configuration(file.getFileName().toString(), JsonFile.read(file));
    read.require("model_type", "bert");
    read.require("hidden_act", "gelu", "gelu_python");
    read.require("position_embedding_type", "absolute");
    read.require("is_decoder", "false");
    read.require("add_cross_attention", "false");
    read.require("tie_word_embeddings", "true", "false");
    return read;
  }

  private void require(String key, String... expected) throws CheckpointException {
    JsonValue value = json.getOrDefault(key, JsonValue.NULL);
    if (value != JsonValue.NULL
        && !List.of(expected).contains(value.toString().replace("\"", ""))) {
      throw new CheckpointException(
          "%s says %s = %s; only %s can be imported."
              .formatted(file, key, value, String.join(" or ", expected)));
    }
  }

  /** Refuses a size that is not that of the tensors: one of the two files is of another model. */
  void expect(String key, int found, String weights) throws CheckpointException {
    if (json.containsKey(key) && whole(key) != found) {
      throw new CheckpointException(
          "%s says %s = %d, but %s has %d.".formatted(file, key, whole(key), weights, found));
    }
  }

  /** Whether the scores come from the words' embeddings where the file has no weights for them. */
  boolean isTied() {
    return json.getBoolean("tie_word_embeddings", true);
  }

  int heads(int hidden) throws CheckpointException {
    int heads = hidden / HEAD_WIDTH;
    if (json.containsKey("num_attention_heads")) {
      heads = whole("num_attention_heads");
    } else if (json.containsKey("model_type")) {
      // As transformers has it, which writes the number all the same.
      heads = HEADS;
    }
    if (heads < 1 || hidden % heads != 0) {
      throw new CheckpointException(
          "A width of %d cannot be split among %d attention heads.".formatted(hidden, heads));
    }
    return heads;
  }

  double epsilon() throws CheckpointException {
    double epsilon =
        json.containsKey("layer_norm_eps") ? number("layer_norm_eps").doubleValue() : EPSILON;
    if (epsilon < 0) {
      throw new CheckpointException(
          "%s says layer_norm_eps = %s, which is below 0.".formatted(file, epsilon));
    }
    return epsilon;
  }

  private int whole(String key) throws CheckpointException {
    try {
      return number(key).intValueExact();
    } catch (ArithmeticException e) {
      throw notA("whole number", key, e);
    }
  }

  private BigDecimal number(String key) throws CheckpointException {
    if (json.get(key) instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    throw notA("number", key, null);
  }

  private CheckpointException notA(String kind, String key, Throwable cause) {
    return new CheckpointException(
        "%s says %s = %s, which is not a %s.".formatted(file, key, json.get(key), kind), cause);
  }
}
