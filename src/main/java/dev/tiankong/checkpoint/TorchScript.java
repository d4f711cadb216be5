package dev.tiankong.checkpoint;

import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes a BERT as a TorchScript archive: a script, a pickled object whose attributes the script
 * uses, and one raw file for each tensor.
 */
final class TorchScript {

  private static final String ROOT = "model/";
  private static final int BUFFER = 1 << 16;

  private final Precision precision;
  private final byte[] attributes;
  private final List<Storage> storages = new ArrayList<>();
  private final Map<Tensor, Integer> stored = new IdentityHashMap<>();

  /** What one raw file holds. */
  private record Storage(Tensor tensor, NumberFormat format) {

    long size() {
      return (long) tensor.size() * format.bytes();
    }
  }

  TorchScript(Bert bert, Precision precision) {
    this.precision = precision;
    this.attributes = pickle(bert);
  }

  /** The bytes of all tensors. */
  long size() {
    return storages.stream().mapToLong(Storage::size).sum();
  }

  /**
   * @param progress is told how many bytes of tensors are written so far
   */
  void write(OutputStream out, LongConsumer progress) throws IOException {
    AlignedZip zip = new AlignedZip(out);
    zip.add(ROOT + "data.pkl", attributes);
    zip.add(ROOT + "code/__torch__.py", script());
    zip.add(ROOT + "constants.pkl", new Pickle().emptyTuple().end());
    long done = 0;
    for (int key = 0; key < storages.size(); key++) {
      Storage storage = storages.get(key);
      zip.add(ROOT + "data/" + key, storage.size(), data -> write(storage, data));
      done += storage.size();
      progress.accept(done);
    }
    zip.add(ROOT + "version", new byte[] {'3', '\n'});
    zip.finish();
  }

  private static void write(Storage storage, OutputStream out) throws IOException {
    Tensor tensor = storage.tensor();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    int size = tensor.size();
    for (int i = 0; i < size; i++) {
      if (!buffer.hasRemaining()) {
        out.write(buffer.array());
        buffer.clear();
      }
      storage.format().put(tensor.values().at(i), buffer);
    }
    out.write(buffer.array(), 0, buffer.position());
  }

  private static byte[] script() {
    try (var script = TorchScript.class.getResourceAsStream("fill_mask.py")) {
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] pickle(Bert bert) {
    Pickle pickle = new Pickle();
    pickle.global("__torch__", "FillMask").emptyTuple().newObject();
    pickle.emptyDictionary().mark();
    pickle.string("training").no();
    pickle.string("heads").number(bert.architecture().heads());
    pickle.string("epsilon").number(bert.epsilon());
    bert.tensors()
        .forEach((name, tensor) -> store(tensor, NumberFormat.FLOAT, pickle.string(name)));
    bert.layers().forEach((name, tensors) -> store(tensors, format(name), pickle.string(name)));
    return pickle.items().setAttributes().end();
  }

  // What adds up over the layers, and the scores, whose smallest differences decide, stay exact.
  private NumberFormat format(String attribute) {
    boolean weight = attribute.endsWith("_weight");
    return switch (precision) {
      case FP32 -> NumberFormat.FLOAT;
      case BF16 ->
          weight || attribute.endsWith("_bias") ? NumberFormat.BFLOAT16 : NumberFormat.FLOAT;
      case INT8 -> weight ? NumberFormat.BYTE : NumberFormat.FLOAT;
    };
  }

  private void store(List<Tensor> tensors, NumberFormat format, Pickle pickle) {
    pickle.global("torch.jit._pickle", "build_tensorlist").mark().emptyList().mark();
    tensors.forEach(tensor -> store(tensor, format, pickle));
    pickle.elements().tuple().call();
  }

  private void store(Tensor tensor, NumberFormat format, Pickle pickle) {
    if (stored.containsKey(tensor)) {
      // libtorch would read a storage that is named twice twice into memory.
      pickle.recall(stored.get(tensor));
      return;
    }
    String key = String.valueOf(storages.size());
    stored.put(tensor, storages.size());
    storages.add(new Storage(tensor, format));
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().string("storage").global("torch", format.storage());
    pickle.string(key).string("cpu").number(tensor.size()).tuple().persistent();
    pickle.number(0).numbers(tensor.shape()).numbers(strides(tensor.shape())).no();
    pickle.global("collections", "OrderedDict").emptyTuple().call();
    pickle.tuple().call().remember(stored.get(tensor));
  }

  private static List<Integer> strides(List<Integer> shape) {
    List<Integer> strides = new ArrayList<>(shape);
    int stride = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      strides.set(i, stride);
      stride *= shape.get(i);
    }
    return strides;
  }
}
