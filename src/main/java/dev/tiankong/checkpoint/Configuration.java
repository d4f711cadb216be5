package dev.tiankong.checkpoint;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;

/** What the tensors alone do not tell; without a file, BERT's own rules. */
record Configuration(JsonObject json) {

  private static final int HEAD_WIDTH = 64;
  private static final double EPSILON = 1e-12;

  /** A checkpoint without a configuration. */
  static final Configuration NONE = new Configuration(JsonValue.EMPTY_JSON_OBJECT);

  /** Refuses what is like a BERT but computes otherwise. */
  static Configuration read(Path file) throws IOException {
    Configuration read = new Configuration(JsonFile.read(file));
    read.require("model_type", "bert");
    read.require("hidden_act", "gelu");
    read.require("position_embedding_type", "absolute");
    read.require("tie_word_embeddings", "true");
    return read;
  }

  private void require(String key, String expected) throws CheckpointException {
    JsonValue value = json.get(key);
    String found = value == null ? expected : value.toString().replace("\"", "");
    if (!found.equals(expected)) {
      throw new CheckpointException(
          "The configuration says %s = %s; only %s can be imported."
              .formatted(key, found, expected));
    }
  }

  int heads(int hidden) throws CheckpointException {
    int heads = json.getInt("num_attention_heads", hidden / HEAD_WIDTH);
    if (heads < 1 || hidden % heads != 0) {
      throw new CheckpointException(
          "A width of %d cannot be split among %d attention heads.".formatted(hidden, heads));
    }
    return heads;
  }

  double epsilon() {
    return json.containsKey("layer_norm_eps")
        ? json.getJsonNumber("layer_norm_eps").doubleValue()
        : EPSILON;
  }
}
