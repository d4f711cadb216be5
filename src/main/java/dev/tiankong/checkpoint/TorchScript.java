package dev.tiankong.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Tensor> storages = new ArrayList<>();

  TorchScript(Bert bert, Precision precision) {
    this.precision = precision;
    this.attributes = pickle(bert);
  }

  /** The bytes of all tensors. */
  long size() {
    return storages.stream().mapToLong(this::size).sum();
  }

  private long size(Tensor tensor) {
    return (long) tensor.size() * precision.bytes();
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
      Tensor tensor = storages.get(key);
      zip.add(ROOT + "data/" + key, size(tensor), data -> write(tensor, data));
      done += size(tensor);
      progress.accept(done);
    }
    zip.add(ROOT + "version", new byte[] {'3', '\n'});
    zip.finish();
  }

  private void write(Tensor tensor, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    int size = tensor.size();
    for (int i = 0; i < size; i++) {
      if (!buffer.hasRemaining()) {
        out.write(buffer.array());
        buffer.clear();
      }
      precision.put(tensor.values().at(i), buffer);
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
    bert.tensors().forEach((name, tensor) -> store(tensor, pickle.string(name)));
    bert.layers().forEach((name, tensors) -> store(tensors, pickle.string(name)));
    return pickle.items().setAttributes().end();
  }

  private void store(List<Tensor> tensors, Pickle pickle) {
    pickle.global("torch.jit._pickle", "build_tensorlist").mark().emptyList().mark();
    tensors.forEach(tensor -> store(tensor, pickle));
    pickle.elements().tuple().call();
  }

  private void store(Tensor tensor, Pickle pickle) {
    String key = String.valueOf(storages.size());
    storages.add(tensor);
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().string("storage").global("torch", precision.storage());
    pickle.string(key).string("cpu").number(tensor.size()).tuple().persistent();
    pickle.number(0).numbers(tensor.shape()).numbers(strides(tensor.shape())).no();
    pickle.global("collections", "OrderedDict").emptyTuple().call();
    pickle.tuple().call();
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
