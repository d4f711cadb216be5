package dev.tiankong.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this process has in memory. Most of it is the weights, which lie outside of Java's heap, so
 * only the system can tell.
 */
public final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final long KIB = 1024;

  private ResidentMemory() {}

  /** Empty where the system does not tell: only Linux has the file. */
  public static Optional<Long> bytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .map(RESIDENT::matcher)
          .filter(Matcher::matches)
          .map(line -> Long.parseLong(line.group(1)) * KIB)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
