package dev.tiankong.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes that a server uses.
 *
 * @param resident what the whole process holds, native code included; null if the system does not
 *     tell
 */
record Memory(long heapUsed, long heapMax, Long resident) {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KIB = 1024;

  /** Of this one. */
  static Memory now() {
    Runtime runtime = Runtime.getRuntime();
    return new Memory(
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        residentNow().orElse(null));
  }

  private static Optional<Long> residentNow() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst();
    } catch (IOException e) {
      // Only Linux has it.
      return Optional.empty();
    }
  }
}
