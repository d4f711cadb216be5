package dev.tiankong.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What this process has in memory. Most of it is the weights, which lie outside of Java's heap, so
 * only the system can tell.
 */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private ResidentMemory() {}

  /** NaN where the system does not tell. */
  static double bytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .map(RESIDENT::matcher)
          .filter(line -> line.matches())
          .mapToDouble(line -> Double.parseDouble(line.group(1)) * 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
