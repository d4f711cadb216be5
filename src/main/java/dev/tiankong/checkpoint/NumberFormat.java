package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;

/** How a model directory stores one number. */
enum NumberFormat {
  FLOAT("FloatStorage", Float.BYTES) {
    @Override
    void put(float value, ByteBuffer buffer) {
      buffer.putFloat(value);
    }
  },
  /** The upper half of a float. */
  BFLOAT16("BFloat16Storage", Short.BYTES) {
    @Override
    void put(float value, ByteBuffer buffer) {
      int bits = Float.floatToIntBits(value);
      // To the nearest, and from the middle to the even one: always up would shift every sum.
      int half = 0x7fff + (bits >>> 16 & 1);
      // What is no number would be rounded to an infinite one.
      buffer.putShort((short) ((Float.isNaN(value) ? bits : bits + half) >>> 16));
    }
  },
  BYTE("CharStorage", Byte.BYTES) {
    @Override
    void put(float value, ByteBuffer buffer) {
      buffer.put((byte) value);
    }
  };

  private final String storage;
  private final int bytes;

  NumberFormat(String storage, int bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  abstract void put(float value, ByteBuffer buffer);

  /** The name of libtorch's storage class. */
  String storage() {
    return storage;
  }

  int bytes() {
    return bytes;
  }
}
