package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes weights in several files, as large models are. */
final class Shards {

  private static final int NUMBER = 2;

  private Shards() {}

  /** Deals the tensors of the folder's weights out to files of their own. */
  static void split(Path folder) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(Safetensors.FILE));
    int start = 8 + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    JsonObject header =
        Json.createReader(new ByteArrayInputStream(file, 8, start - 8)).readObject();
    List<String> names =
        header.keySet().stream().filter(name -> !name.startsWith("__")).sorted().toList();
    JsonObjectBuilder places = Json.createObjectBuilder();
    for (int shard = 0; shard < NUMBER; shard++) {
      String name = "model-%05d-of-%05d.safetensors".formatted(shard + 1, NUMBER);
      Map<String, byte[]> tensors = new TreeMap<>();
      for (int i = shard; i < names.size(); i += NUMBER) {
        var place = header.getJsonObject(names.get(i)).getJsonArray("data_offsets");
        tensors.put(
            names.get(i),
            Arrays.copyOfRange(file, start + place.getInt(0), start + place.getInt(1)));
        places.add(names.get(i), name);
      }
      Files.write(folder.resolve(name), shard(header, tensors));
    }
    Files.writeString(
        folder.resolve(Safetensors.INDEX),
        Json.createObjectBuilder().add("weight_map", places).build().toString());
    Files.delete(folder.resolve(Safetensors.FILE));
  }

  private static byte[] shard(JsonObject header, Map<String, byte[]> tensors) {
    JsonObjectBuilder described = Json.createObjectBuilder();
    int end = 0;
    for (var tensor : tensors.entrySet()) {
      int start = end;
      end += tensor.getValue().length;
      described.add(
          tensor.getKey(),
          Json.createObjectBuilder(header.getJsonObject(tensor.getKey()))
              .add("data_offsets", Json.createArrayBuilder(List.of(start, end))));
    }
    byte[] text = described.build().toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer shard =
        ByteBuffer.allocate(8 + text.length + end)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text);
    tensors.values().forEach(shard::put);
    return shard.array();
  }
}
