package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks through one protocol buffers message, field by field. */
final class ProtobufReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer message;
  private int wireType;

  ProtobufReader(ByteBuffer message) {
    this.message = message.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The next field's number, or 0 at the end. Its value has to be read or skipped then. */
  int next() throws CheckpointException {
    if (!message.hasRemaining()) {
      return 0;
    }
    long tag = varint(message);
    wireType = (int) tag & 7;
    return (int) (tag >>> 3);
  }

  long number() throws CheckpointException {
    expect(VARINT);
    return varint(message);
  }

  int fixed32() throws CheckpointException {
    expect(FIXED32);
    return message.getInt();
  }

  ProtobufReader message() throws CheckpointException {
    expect(BYTES);
    return new ProtobufReader(slice(message, varint(message)));
  }

  void skip() throws CheckpointException {
    switch (wireType) {
      case VARINT -> varint(message);
      case FIXED64 -> slice(message, Long.BYTES);
      case BYTES -> slice(message, varint(message));
      case FIXED32 -> slice(message, Integer.BYTES);
      default -> throw new CheckpointException("Protocol buffers have no type " + wireType + ".");
    }
  }

  private void expect(int type) throws CheckpointException {
    if (wireType != type) {
      throw new CheckpointException(
          "A field has the protocol buffers type %d, not %d.".formatted(wireType, type));
    }
  }

  /** Seven bits a byte, the lowest first. */
  static long varint(ByteBuffer bytes) throws CheckpointException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new CheckpointException("A number is longer than 64 bits.");
  }

  /** The next {@code length} bytes, which the position moves behind. */
  static ByteBuffer slice(ByteBuffer bytes, long length) throws CheckpointException {
    if (length < 0 || length > bytes.remaining()) {
      throw new CheckpointException(
          "A part of %d bytes does not fit the %d that are left."
              .formatted(length, bytes.remaining()));
    }
    ByteBuffer slice = bytes.slice(bytes.position(), (int) length).order(bytes.order());
    bytes.position(bytes.position() + (int) length);
    return slice;
  }
}
