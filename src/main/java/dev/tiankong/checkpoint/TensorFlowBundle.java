package dev.tiankong.checkpoint;

import dev.tiankong.checkpoint.StoredTensor.Extent;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** TensorFlow's format: an index of names, and data files that hold the tensors' bytes. */
final class TensorFlowBundle implements Checkpoint {

  static final String INDEX_SUFFIX = ".index";

  // The entry without a name describes the bundle itself.
  private static final String HEADER = "";
  private static final int MOST_SHARDS = 10_000;

  private final Map<String, BundleEntry> entries = new HashMap<>();
  private final WeightFile[] shards;

  private TensorFlowBundle(int shards) {
    this.shards = new WeightFile[shards];
  }

  /**
   * @param index the file that ends in {@link #INDEX_SUFFIX}; the data files lie beside it
   */
  static TensorFlowBundle open(Path index) throws IOException {
    try (WeightFile file = new WeightFile(index)) {
      Map<String, ByteBuffer> table = new LevelDbTable(file).entries();
      int shards = shards(table.remove(HEADER));
      TensorFlowBundle bundle = new TensorFlowBundle(shards);
      for (var entry : table.entrySet()) {
        bundle.entries.put(entry.getKey(), BundleEntry.parse(entry.getValue()));
      }
      bundle.openShards(index);
      return bundle;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new CheckpointException(index.getFileName() + " is truncated or damaged.", e);
    }
  }

  private static int shards(ByteBuffer header) throws CheckpointException {
    if (header == null) {
      throw new CheckpointException("The index of the TensorFlow checkpoint has no header.");
    }
    long shards = 0;
    long endianness = 0;
    ProtobufReader fields = new ProtobufReader(header);
    for (int field = fields.next(); field != 0; field = fields.next()) {
      switch (field) {
        case 1 -> shards = fields.number();
        case 2 -> endianness = fields.number();
        default -> fields.skip();
      }
    }
    if (shards < 1 || shards > MOST_SHARDS || endianness != 0) {
      throw new CheckpointException(
          "The TensorFlow checkpoint has %d data files in the byte order %d; expected 1 to %d, 0."
              .formatted(shards, endianness, MOST_SHARDS));
    }
    return (int) shards;
  }

  private void openShards(Path index) throws IOException {
    String name = index.getFileName().toString();
    String prefix = name.substring(0, name.length() - INDEX_SUFFIX.length());
    try {
      for (int i = 0; i < shards.length; i++) {
        String shard = "%s.data-%05d-of-%05d".formatted(prefix, i, shards.length);
        shards[i] = new WeightFile(index.resolveSibling(shard));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(entries.keySet());
  }

  @Override
  public Tensor tensor(String name) throws IOException {
    BundleEntry entry = entries.get(name);
    if (entry == null) {
      throw new CheckpointException("The checkpoint has no tensor " + name + ".");
    }
    if (entry.shard() < 0 || entry.shard() >= shards.length) {
      throw new CheckpointException(
          "Tensor %s should be in data file %d of %d."
              .formatted(name, entry.shard(), shards.length));
    }
    Extent extent = new Extent(shards[entry.shard()], entry.offset(), entry.size());
    StoredTensor stored = new StoredTensor(name, entry.type(), entry.shape(), extent);
    ByteBuffer bytes = stored.map();
    MaskedCrc.check("Tensor " + name, bytes, entry.checksum());
    return stored.over(bytes);
  }

  @Override
  public void close() throws IOException {
    for (WeightFile shard : shards) {
      if (shard != null) {
        shard.close();
      }
    }
  }
}
