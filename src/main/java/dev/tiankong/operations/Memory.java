package dev.tiankong.operations;

import dev.tiankong.metrics.ResidentMemory;

/**
 * Bytes that a server uses.
 *
 * @param resident what the whole process holds, native code included; null if the system does not
 *     tell
 */
record Memory(long heapUsed, long heapMax, Long resident) {

  /** Of this one. */
  static Memory now() {
    Runtime runtime = Runtime.getRuntime();
    return new Memory(
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        ResidentMemory.bytes().orElse(null));
  }
}
