package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;
import java.util.Locale;

/** How the model directory stores a weight. */
enum Precision {
  FP32("FloatStorage", Float.BYTES) {
    @Override
    void put(float value, ByteBuffer buffer) {
      buffer.putFloat(value);
    }
  };

  private final String storage;
  private final int bytes;

  Precision(String storage, int bytes) {
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

  /** As in {@code model.json}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
