package dev.tiankong.checkpoint;

import dev.tiankong.checkpoint.PickleReader.Storage;
import dev.tiankong.checkpoint.PickleReader.View;
import dev.tiankong.checkpoint.StoredTensor.Extent;
import java.io.IOException;
import java.util.List;

/**
 * A tensor of PyTorch: numbers of a storage, at fixed distances from each other along each of its
 * dimensions. Nothing of that is believed before {@link #read} has compared it.
 *
 * @param data the bytes of the whole storage
 */
record StridedTensor(String name, View view, Extent data) {

  Tensor read() throws IOException {
    Storage storage = view.storage();
    long span;
    try {
      span = span();
      if (view.offset() < 0 || view.offset() > storage.size() - span) {
        throw new ArithmeticException("Beyond the end of the storage");
      }
    } catch (ArithmeticException e) {
      throw new CheckpointException(
          "Tensor %s: the shape %s with the strides %s from %d on does not fit %d numbers of %s."
              .formatted(
                  name,
                  view.shape(),
                  view.strides(),
                  view.offset(),
                  storage.size(),
                  data.file().name()),
          e);
    }
    int width = storage.width();
    long start = data.offset() + (storage.first() + view.offset()) * width;
    Extent part = new Extent(data.file(), start, span * width);
    StoredTensor flat = new StoredTensor(name, storage.type(), List.of(span), part);
    Tensor.Values values = storage.type().in(flat.map());
    List<Integer> shape = view.shape().stream().map(Math::toIntExact).toList();
    return new Tensor(name, shape, isContiguous() ? values : strided(values));
  }

  /** How many numbers lie between its first and its last one, these among them. */
  private long span() {
    List<Long> shape = view.shape();
    List<Long> strides = view.strides();
    if (shape.size() != strides.size()) {
      throw new ArithmeticException("A stride for each dimension");
    }
    int size = 1;
    long span = 1;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) < 0 || strides.get(i) < 0) {
        throw new ArithmeticException("Negative");
      }
      size = Math.multiplyExact(size, Math.toIntExact(shape.get(i)));
      span = Math.addExact(span, Math.multiplyExact(shape.get(i) - 1, strides.get(i)));
    }
    return size == 0 ? 0 : span;
  }

  private boolean isContiguous() {
    long stride = 1;
    for (int i = view.shape().size() - 1; i >= 0; i--) {
      if (view.shape().get(i) != 1 && view.strides().get(i) != stride) {
        return false;
      }
      stride *= view.shape().get(i);
    }
    return true;
  }

  private Tensor.Values strided(Tensor.Values values) {
    int dimensions = view.shape().size();
    int[] shape = view.shape().stream().mapToInt(Math::toIntExact).toArray();
    int[] strides = view.strides().stream().mapToInt(Math::toIntExact).toArray();
    return i -> {
      int place = 0;
      int rest = i;
      for (int dimension = dimensions - 1; dimension >= 0; dimension--) {
        place += rest % shape[dimension] * strides[dimension];
        rest /= shape[dimension];
      }
      return values.at(place);
    };
  }
}
