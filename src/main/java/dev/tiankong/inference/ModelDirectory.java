package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A folder that holds everything a model needs: weights, tokenizer, and a card that describes it.
 */
public record ModelDirectory(Path path) {

  private static final String CARD = "model.json";

  /** Whether a model can be called so: a name comes from anybody and must not be a path. */
  public static boolean isName(String name) {
    return name.matches("\\w[\\w.-]*");
  }

  /** What users call the model. */
  public String name() {
    return path.getFileName().toString();
  }

  /** A TorchScript archive. */
  public Path weights(Precision precision) {
    return path.resolve("model-" + precision.label() + ".pt");
  }

  /** In the format of Hugging Face's tokenizers. */
  public Path tokenizer() {
    return path.resolve("tokenizer.json");
  }

  /** The card is written last, so a folder without one is no model. */
  public boolean exists() {
    return Files.isRegularFile(path.resolve(CARD));
  }

  /** When it became a model. */
  public Instant writtenAt() throws IOException {
    return Files.getLastModifiedTime(path.resolve(CARD)).toInstant();
  }

  public ModelCard card() throws IOException {
    Path file = path.resolve(CARD);
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return ModelCard.parse(reader.readObject());
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | ArithmeticException
        | IllegalArgumentException e) {
      throw new IOException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  public void write(ModelCard card) throws IOException {
    var pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    try (var writer = pretty.createWriter(Files.newBufferedWriter(path.resolve(CARD)))) {
      writer.writeObject(card.toJson());
    }
  }
}
