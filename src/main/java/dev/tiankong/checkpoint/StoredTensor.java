package dev.tiankong.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a checkpoint claims of one tensor. Nothing is believed before {@link #map} has compared it.
 */
record StoredTensor(String name, ElementType type, List<Long> shape, Extent extent) {

  /** Where the tensor's bytes lie. */
  record Extent(WeightFile file, long offset, long length) {}

  ByteBuffer map() throws IOException {
    if (type == ElementType.OTHER) {
      throw new CheckpointException(
          "Tensor %s does not hold floating point numbers of 16, 32 or 64 bits.".formatted(name));
    }
    if (!lengthOfShape().equals(BigInteger.valueOf(extent.length))) {
      throw new CheckpointException(
          "Tensor %s: its shape %s of %s takes %d bytes, but %s holds %d for it."
              .formatted(name, shape, type, lengthOfShape(), extent.file.name(), extent.length));
    }
    return extent.file.map("Tensor " + name, extent.offset, extent.length);
  }

  Tensor over(ByteBuffer bytes) {
    return new Tensor(name, shape.stream().map(Math::toIntExact).toList(), type.in(bytes));
  }

  // Of any size: a damaged shape must not wrap round to a length that fits.
  private BigInteger lengthOfShape() {
    return shape.stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.valueOf(type.bytes()), BigInteger::multiply);
  }
}
