package dev.tiankong.checkpoint;

import dev.tiankong.checkpoint.PickleReader.Storage;
import dev.tiankong.checkpoint.PickleReader.View;
import dev.tiankong.checkpoint.StoredTensor.Extent;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** One file of {@code torch.save}, in the zip that it writes today or as it did before 1.6. */
final class TorchFile implements Closeable {

  private static final int ZIP = 0x04034b50;
  private static final int PICKLE = 0x80;
  private static final String ZIPPED_PICKLE = "/data.pkl";
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;

  // A description of 1,000 tensors takes 0.1 MB.
  private static final long LONGEST_PICKLE = 1 << 26;

  private final WeightFile file;
  private final Map<String, StridedTensor> tensors = new HashMap<>();

  private TorchFile(WeightFile file) {
    this.file = file;
  }

  static TorchFile open(Path path) throws IOException {
    TorchFile opened = new TorchFile(new WeightFile(path));
    try {
      opened.read(path);
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  Map<String, StridedTensor> tensors() {
    return tensors;
  }

  private void read(Path path) throws IOException {
    ByteBuffer start = file.map("The start", 0, Math.min(file.size(), LONGEST_PICKLE));
    if (start.remaining() >= Integer.BYTES && start.getInt(0) == ZIP) {
      try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
        readZip(zip);
      } catch (CheckpointException e) {
        throw e;
      } catch (IOException | IllegalArgumentException e) {
        throw new CheckpointException(
            "%s is truncated or damaged: %s.".formatted(file.name(), e.getMessage()), e);
      }
    } else if (start.hasRemaining() && (start.get(0) & 0xff) == PICKLE) {
      readOldFormat(start);
    } else {
      throw new CheckpointException(file.name() + " is not a file of torch.save.");
    }
  }

  private void readZip(ZipFile zip) throws IOException {
    List<String> pickles =
        Collections.list(zip.getEntries()).stream()
            .map(ZipArchiveEntry::getName)
            .filter(name -> name.endsWith(ZIPPED_PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw new CheckpointException(
          "%s is a zip with %d files data.pkl; torch.save writes one."
              .formatted(file.name(), pickles.size()));
    }
    String root = pickles.get(0).substring(0, pickles.get(0).length() - ZIPPED_PICKLE.length());
    ZipArchiveEntry order = zip.getEntry(root + "/byteorder");
    if (order != null
        && !new String(content(zip, order), StandardCharsets.US_ASCII).equals("little")) {
      throw bigEndian();
    }
    byte[] pickle = content(zip, zip.getEntry(pickles.get(0)));
    Object saved = new PickleReader(ByteBuffer.wrap(pickle), file.name()).read();
    for (var tensor : views(saved).entrySet()) {
      String key = tensor.getValue().storage().key();
      ZipArchiveEntry data = zip.getEntry(root + "/data/" + key);
      if (data == null || data.getMethod() != ZipArchiveEntry.STORED) {
        throw new CheckpointException(
            "Tensor %s: %s has no uncompressed entry %s/data/%s."
                .formatted(tensor.getKey(), file.name(), root, key));
      }
      add(tensor.getKey(), tensor.getValue(), data.getDataOffset(), data.getSize());
    }
  }

  private byte[] content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes((int) LONGEST_PICKLE);
      if (in.read() >= 0) {
        throw new CheckpointException(
            "%s: %s is longer than %d bytes."
                .formatted(file.name(), entry.getName(), LONGEST_PICKLE));
      }
      return content;
    }
  }

  /** Five pickles, then each storage: its size in numbers, then its bytes. */
  private void readOldFormat(ByteBuffer start) throws IOException {
    PickleReader pickles = new PickleReader(start, file.name());
    if (!MAGIC.equals(pickles.read()) || !Long.valueOf(PROTOCOL).equals(pickles.read())) {
      throw new CheckpointException(
          "%s is a pickle, but not one of torch.save.".formatted(file.name()));
    }
    if (!(pickles.read() instanceof Map<?, ?> system)
        || !Boolean.TRUE.equals(system.get("little_endian"))) {
      throw bigEndian();
    }
    Map<String, View> views = views(pickles.read());
    Map<String, Long> offsets = offsets(pickles);
    for (var tensor : views.entrySet()) {
      View view = tensor.getValue();
      Storage whole = pickles.storages().get(view.storage().key());
      Long offset = offsets.get(whole.key());
      if (offset == null) {
        throw new CheckpointException(
            "Tensor %s: %s has no numbers for it.".formatted(tensor.getKey(), file.name()));
      }
      add(tensor.getKey(), view, offset, whole.size() * whole.width());
    }
  }

  private Map<String, Long> offsets(PickleReader pickles) throws IOException {
    if (!(pickles.read() instanceof List<?> keys)) {
      throw new CheckpointException(file.name() + " does not list its storages.");
    }
    Map<String, Long> offsets = new HashMap<>();
    long next = pickles.position();
    for (Object key : keys) {
      Storage storage = pickles.storages().get(String.valueOf(key));
      long size =
          file.map("The size of storage " + key, next, Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .getLong();
      if (storage == null || storage.size() != size) {
        throw new CheckpointException(
            "%s is damaged: storage %s has another size than its tensors."
                .formatted(file.name(), key));
      }
      next += Long.BYTES;
      offsets.put(storage.key(), next);
      next += size * storage.width();
    }
    return offsets;
  }

  /** A dictionary of weights may hold other things, too: only its tensors count. */
  private Map<String, View> views(Object saved) throws CheckpointException {
    Map<String, View> views = new HashMap<>();
    if (saved instanceof Map<?, ?> dictionary) {
      dictionary.forEach(
          (name, value) -> {
            if (name instanceof String text && value instanceof View view) {
              views.put(text, view);
            }
          });
    }
    if (views.isEmpty()) {
      throw new CheckpointException(
          "%s holds no dictionary of tensors: save the model's state_dict()."
              .formatted(file.name()));
    }
    return views;
  }

  private void add(String name, View view, long offset, long length) throws CheckpointException {
    Storage storage = view.storage();
    boolean fits =
        storage.first() >= 0
            && storage.size() >= 0
            && storage.first() <= length / storage.width() - storage.size();
    if (!fits) {
      throw new CheckpointException(
          "Tensor %s: its storage should have %d numbers of %d bytes, but %s holds %d bytes for it."
              .formatted(name, storage.size(), storage.width(), file.name(), length));
    }
    tensors.put(name, new StridedTensor(name, view, new Extent(file, offset, length)));
  }

  private CheckpointException bigEndian() {
    return new CheckpointException(
        file.name() + " was written on a big-endian machine; only little-endian is read.");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
