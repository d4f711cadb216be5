package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** A publisher's JSON file. */
final class JsonFile {

  private JsonFile() {}

  static JsonObject read(Path file) throws IOException {
    LargeFilePointer.refuse(file);
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new CheckpointException(
          "%s is not a JSON object: %s".formatted(file.getFileName(), e.getMessage()), e);
    } catch (CharacterCodingException e) {
      throw new CheckpointException(file.getFileName() + " is not in UTF-8.", e);
    }
  }

  /** The files that an index of shards names. */
  static Set<String> weightFiles(Path index) throws IOException {
    Set<String> names = new TreeSet<>();
    try {
      for (var file : read(index).getJsonObject("weight_map").values()) {
        // Without its folders, so that an index cannot reach out of its own.
        names.add(Path.of(((JsonString) file).getString()).getFileName().toString());
      }
    } catch (ClassCastException | NullPointerException e) {
      throw new CheckpointException(index.getFileName() + " lists no weight files.", e);
    }
    return names;
  }
}
