package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * TensorFlow's {@code BundleEntryProto}: one tensor.
 *
 * @param shard the number of the data file
 * @param checksum of the tensor's bytes
 */
record BundleEntry(
    ElementType type, List<Long> shape, int shard, long offset, long size, int checksum) {

  static BundleEntry parse(ByteBuffer message) throws CheckpointException {
    ElementType type = ElementType.OTHER;
    List<Long> shape = List.of();
    long shard = 0;
    long offset = 0;
    long size = 0;
    int checksum = 0;
    ProtobufReader fields = new ProtobufReader(message);
    for (int field = fields.next(); field != 0; field = fields.next()) {
      switch (field) {
        case 1 -> type = type(fields.number());
        case 2 -> shape = shape(fields.message());
        case 3 -> shard = fields.number();
        case 4 -> offset = fields.number();
        case 5 -> size = fields.number();
        case 6 -> checksum = fields.fixed32();
        default -> fields.skip();
      }
    }
    return new BundleEntry(type, shape, (int) shard, offset, size, checksum);
  }

  private static ElementType type(long number) {
    return switch ((int) number) {
      case 1 -> ElementType.FLOAT32;
      case 14 -> ElementType.BFLOAT16;
      case 19 -> ElementType.FLOAT16;
      default -> ElementType.OTHER;
    };
  }

  private static List<Long> shape(ProtobufReader fields) throws CheckpointException {
    List<Long> shape = new ArrayList<>();
    for (int field = fields.next(); field != 0; field = fields.next()) {
      if (field == 2) {
        shape.add(dimension(fields.message()));
      } else {
        fields.skip();
      }
    }
    return shape;
  }

  private static long dimension(ProtobufReader fields) throws CheckpointException {
    long size = 0;
    for (int field = fields.next(); field != 0; field = fields.next()) {
      if (field == 1) {
        size = fields.number();
      } else {
        fields.skip();
      }
    }
    return size;
  }
}
