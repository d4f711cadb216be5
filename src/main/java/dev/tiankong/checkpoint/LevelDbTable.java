package dev.tiankong.checkpoint;

import static dev.tiankong.checkpoint.ProtobufReader.slice;
import static dev.tiankong.checkpoint.ProtobufReader.varint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * LevelDB's sorted table, as far as TensorFlow uses it: a footer points to an index block, whose
 * values point to data blocks. Keys share the beginning of the key before.
 */
final class LevelDbTable {

  private static final int FOOTER = 48;
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int BLOCK_TRAILER = 5;

  private final WeightFile file;

  LevelDbTable(WeightFile file) {
    this.file = file;
  }

  Map<String, ByteBuffer> entries() throws IOException {
    ByteBuffer footer = file.map("The footer", file.size() - FOOTER, FOOTER);
    if (footer.getLong(FOOTER - Long.BYTES) != MAGIC) {
      throw new CheckpointException(file.name() + " is not the index of a TensorFlow checkpoint.");
    }
    // Of the meta index, which TensorFlow leaves empty.
    varint(footer);
    varint(footer);
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    for (ByteBuffer handle : block(footer).values()) {
      entries.putAll(block(handle));
    }
    return entries;
  }

  private Map<String, ByteBuffer> block(ByteBuffer handle) throws IOException {
    long offset = varint(handle);
    long size = varint(handle);
    ByteBuffer block = file.map("A block", offset, Math.addExact(size, BLOCK_TRAILER));
    byte compression = block.get((int) size);
    if (compression != 0) {
      throw new CheckpointException(
          "%s is compressed (type %d). TensorFlow itself writes it uncompressed."
              .formatted(file.name(), compression));
    }
    MaskedCrc.check(file.name(), block.slice(0, (int) size + 1), block.getInt((int) size + 1));
    return entries(withoutRestarts(block.limit((int) size)));
  }

  // The offsets where keys start anew only serve searches.
  private static ByteBuffer withoutRestarts(ByteBuffer block) throws CheckpointException {
    long restarts = Integer.toUnsignedLong(block.getInt(block.limit() - Integer.BYTES));
    return slice(block, block.limit() - Integer.BYTES * (restarts + 1));
  }

  private static Map<String, ByteBuffer> entries(ByteBuffer block) throws IOException {
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    byte[] key = {};
    while (block.hasRemaining()) {
      long shared = varint(block);
      long own = varint(block);
      long length = varint(block);
      if (shared < 0 || shared > key.length) {
        throw new CheckpointException("A key shares more than the key before it has.");
      }
      ByteBuffer rest = slice(block, own);
      byte[] next = Arrays.copyOf(key, (int) shared + rest.remaining());
      rest.get(next, (int) shared, rest.remaining());
      key = next;
      entries.put(new String(key, StandardCharsets.UTF_8), slice(block, length));
    }
    return entries;
  }
}
