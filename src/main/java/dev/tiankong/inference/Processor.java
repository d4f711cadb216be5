package dev.tiankong.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a processor can do.
 *
 * @param flags as Linux calls its abilities
 */
record Processor(Set<String> flags) {

  private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16");

  /** The one that this program runs on; nothing is known of it where there is no Linux. */
  static Processor local() {
    return read(Path.of("/proc/cpuinfo"));
  }

  static Processor read(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> new Processor(words(line.substring(line.indexOf(':') + 1))))
          .orElseGet(() -> new Processor(Set.of()));
    } catch (IOException e) {
      return new Processor(Set.of());
    }
  }

  // A kernel may leave blanks where it hides an ability, and nothing says that none comes twice.
  private static Set<String> words(String line) {
    return Pattern.compile("\\s+").splitAsStream(line).collect(Collectors.toUnmodifiableSet());
  }

  /** Without an instruction for it bf16 is several times slower than fp32. */
  boolean multipliesBf16() {
    return !Collections.disjoint(flags, BF16);
  }
}
