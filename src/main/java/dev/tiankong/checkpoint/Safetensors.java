package dev.tiankong.checkpoint;

import dev.tiankong.checkpoint.StoredTensor.Extent;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hugging Face's format: eight bytes of header length, a JSON header, raw numbers. */
final class Safetensors implements Checkpoint {

  static final String FILE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  // The format's own limit. Without it a damaged length would be a size to allocate.
  private static final long LONGEST_HEADER = 100_000_000;

  private final List<WeightFile> files = new ArrayList<>();
  private final Map<String, StoredTensor> tensors = new HashMap<>();

  private Safetensors() {}

  /** Opens a folder's one file, or all those that its index names. */
  static Safetensors open(Path folder) throws IOException {
    Safetensors opened = new Safetensors();
    try {
      for (String name : fileNames(folder)) {
        opened.add(new WeightFile(folder.resolve(name)));
      }
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  private static Set<String> fileNames(Path folder) throws IOException {
    // In the order in which transformers looks for them.
    return Files.exists(folder.resolve(FILE))
        ? Set.of(FILE)
        : JsonFile.weightFiles(folder.resolve(INDEX));
  }

  private void add(WeightFile file) throws IOException {
    files.add(file);
    long length = file.map("The length of the header", 0, Long.BYTES).getLong();
    if (length < 0 || length > LONGEST_HEADER) {
      throw new CheckpointException(
          "%s is not a safetensors file: its header would have %d bytes."
              .formatted(file.name(), length));
    }
    var bytes = file.map("The header", Long.BYTES, length);
    byte[] header = new byte[bytes.remaining()];
    bytes.get(header);
    try (var reader = Json.createReader(new ByteArrayInputStream(header))) {
      JsonObject entries = reader.readObject();
      for (String name : entries.keySet()) {
        if (!name.equals("__metadata__")) {
          tensors.put(name, entry(name, entries.getJsonObject(name), file, Long.BYTES + length));
        }
      }
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      throw new CheckpointException(
          "%s has a header that safetensors does not write: %s".formatted(file.name(), e), e);
    }
  }

  private static StoredTensor entry(String name, JsonObject entry, WeightFile file, long start)
      throws CheckpointException {
    ElementType type =
        switch (entry.getString("dtype")) {
          case "F32" -> ElementType.FLOAT32;
          case "F64" -> ElementType.FLOAT64;
          case "F16" -> ElementType.FLOAT16;
          case "BF16" -> ElementType.BFLOAT16;
          default -> ElementType.OTHER;
        };
    List<Long> shape =
        entry.getJsonArray("shape").getValuesAs(JsonNumber.class).stream()
            .map(JsonNumber::longValue)
            .toList();
    JsonArray offsets = entry.getJsonArray("data_offsets");
    long first = offsets.getJsonNumber(0).longValue();
    long end = offsets.getJsonNumber(1).longValue();
    if (first < 0) {
      throw new CheckpointException("Tensor %s starts before the data.".formatted(name));
    }
    return new StoredTensor(name, type, shape, new Extent(file, start + first, end - first));
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  @Override
  public Tensor tensor(String name) throws IOException {
    StoredTensor stored = tensors.get(name);
    if (stored == null) {
      throw new CheckpointException("The checkpoint has no tensor " + name + ".");
    }
    return stored.over(stored.map());
  }

  @Override
  public void close() throws IOException {
    for (WeightFile file : files) {
      file.close();
    }
  }
}
