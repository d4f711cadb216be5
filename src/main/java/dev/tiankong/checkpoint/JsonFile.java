package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A publisher's JSON file. */
final class JsonFile {

  private JsonFile() {}

  static JsonObject read(Path file) throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new CheckpointException(
          "%s is not a JSON object: %s".formatted(file.getFileName(), e.getMessage()), e);
    }
  }
}
