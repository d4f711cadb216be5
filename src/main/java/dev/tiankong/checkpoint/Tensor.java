package dev.tiankong.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor whose values are worked out as they are read: a table of half a gigabyte never lies on
 * the heap.
 *
 * @param name as published, for messages
 * @param values in row-major order
 */
record Tensor(String name, List<Integer> shape, Values values) {

  /** Indexed values. */
  @FunctionalInterface
  interface Values {
    float at(int index);
  }

  Tensor {
    shape = List.copyOf(shape);
  }

  int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  Tensor expect(Integer... expected) throws CheckpointException {
    if (!shape.equals(List.of(expected))) {
      throw new CheckpointException(
          "Tensor %s has the shape %s, not %s as the other tensors require."
              .formatted(name, shape, List.of(expected)));
    }
    return this;
  }

  Tensor expectRank(int rank) throws CheckpointException {
    if (shape.size() != rank || shape.contains(0)) {
      throw new CheckpointException(
          "Tensor %s has the shape %s, not %d dimensions of 1 or more."
              .formatted(name, shape, rank));
    }
    return this;
  }

  boolean hasValuesOf(Tensor other) {
    int size = size();
    for (int i = 0; i < size; i++) {
      if (values.at(i) != other.values.at(i)) {
        return false;
      }
    }
    return shape.equals(other.shape);
  }

  /** Of a matrix. */
  Tensor transposed() {
    int rows = shape.get(0);
    int columns = shape.get(1);
    return new Tensor(name, List.of(columns, rows), i -> values.at(i % rows * columns + i / rows));
  }

  /** Tensors of the same shape, one below the other. */
  static Tensor stack(List<Tensor> parts) {
    Tensor first = parts.get(0);
    int size = first.size();
    List<Integer> shape = new ArrayList<>(first.shape);
    shape.set(0, parts.size() * shape.get(0));
    return new Tensor(first.name, shape, i -> parts.get(i / size).values.at(i % size));
  }

  /** This matrix with the first row of another added to each of its rows. */
  Tensor plusFirstRowOf(Tensor other) {
    int columns = shape.get(1);
    return new Tensor(name, shape, i -> values.at(i) + other.values.at(i % columns));
  }
}
