package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flags\t\t: fpu avx512_bf16 sse",
        "flags\t\t: fpu pti        vmmcall   avx512_bf16 ",
        "flags\t\t: fpu avx512_bf16 fpu"
      })
  void should_know_its_abilities_however_they_are_spaced(String flags) throws IOException {
    assertThat(read("processor\t: 0\n" + flags + "\nbugs\t\t:\n").multipliesBf16()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flags\t\t:", "Features\t: fp asimd", "flags\t\t: fpu  sse"})
  void should_take_an_ability_that_is_not_told_for_missing(String told) throws IOException {
    assertThat(read(told).multipliesBf16()).isFalse();
  }

  private Processor read(String cpuinfo) throws IOException {
    return Processor.read(Files.writeString(folder.resolve("cpuinfo"), cpuinfo));
  }
}
