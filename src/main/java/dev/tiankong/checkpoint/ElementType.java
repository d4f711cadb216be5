package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;

/** How a checkpoint stores one number. All become 32 bits wide as they are read. */
enum ElementType {
  FLOAT32(Float.BYTES) {
    @Override
    Tensor.Values in(ByteBuffer bytes) {
      return i -> bytes.getFloat(i * Float.BYTES);
    }
  },
  FLOAT64(Double.BYTES) {
    @Override
    Tensor.Values in(ByteBuffer bytes) {
      return i -> (float) bytes.getDouble(i * Double.BYTES);
    }
  },
  FLOAT16(Short.BYTES) {
    @Override
    Tensor.Values in(ByteBuffer bytes) {
      return i -> widen(bytes.getShort(i * Short.BYTES));
    }
  },
  BFLOAT16(Short.BYTES) {
    @Override
    Tensor.Values in(ByteBuffer bytes) {
      return i -> Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << 16);
    }
  },
  /** Integers and the like: a checkpoint may hold some, but no weights. */
  OTHER(0) {
    @Override
    Tensor.Values in(ByteBuffer bytes) {
      throw new UnsupportedOperationException();
    }
  };

  private static final float SMALLEST_SUBNORMAL = 0x1p-24f;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** The values in a buffer that is set to the byte order of the file. */
  abstract Tensor.Values in(ByteBuffer bytes);

  int bytes() {
    return bytes;
  }

  private static float widen(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 0x1f;
    int fraction = half & 0x3ff;
    int magnitude =
        switch (exponent) {
          case 0 -> Float.floatToRawIntBits(fraction * SMALLEST_SUBNORMAL);
          case 0x1f -> 0x7f800000 | fraction << 13;
          default -> (exponent + 112) << 23 | fraction << 13;
        };
    return Float.intBitsToFloat(sign | magnitude);
  }
}
