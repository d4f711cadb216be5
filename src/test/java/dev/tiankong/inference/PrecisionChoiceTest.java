package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionChoiceTest {

  private static final ModelCard.Weights FILE = new ModelCard.Weights(1, "", Optional.empty());
  private static final Map<Precision, ModelCard.Weights> BOTH =
      Map.of(Precision.FP32, FILE, Precision.BF16, FILE);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "fpu sse2 avx512_bf16 fsrm, BF16",
    "fpu amx_tile amx_bf16, BF16",
    "fpu sse2 avx512f avx512_vnni, FP32",
    "avx512_bf16x, FP32"
  })
  void should_choose_bf16_where_the_processor_has_an_instruction_for_it(
      String flags, Precision expected) throws IOException {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(cpuinfo, "processor\t: 0\nflags\t\t: " + flags + "\nbugs\t\t: none\n");
    var choice = new PrecisionChoice("auto", Processor.read(cpuinfo));
    assertThat(choice.among(BOTH)).isEqualTo(expected);
  }

  @Test
  void should_choose_fp32_where_nothing_is_known() throws IOException {
    var elsewhere = Processor.read(folder.resolve("no-linux"));
    assertThat(new PrecisionChoice("auto", elsewhere).among(BOTH)).isEqualTo(Precision.FP32);
    var able = new Processor(Set.of("avx512_bf16"));
    assertThat(new PrecisionChoice("auto", able).among(Map.of(Precision.FP32, FILE)))
        .isEqualTo(Precision.FP32);
  }

  @Test
  void should_do_as_it_is_told() throws IOException {
    var able = new Processor(Set.of("avx512_bf16"));
    assertThat(new PrecisionChoice("fp32", able).among(BOTH)).isEqualTo(Precision.FP32);
    var unable = new Processor(Set.of());
    assertThat(new PrecisionChoice("bf16", unable).among(BOTH)).isEqualTo(Precision.BF16);
  }

  @ParameterizedTest
  @CsvSource({"0.98, 0.03, true", "0.979, 0.01, false", "0.99, 0.031, false", "0, 0, false"})
  void should_load_int8_only_if_it_answers_well(double sameFirst, double drift, boolean admitted)
      throws IOException {
    var agreement = Optional.of(new PrecisionReport(500, sameFirst, drift));
    var weights = Map.of(Precision.INT8, new ModelCard.Weights(1, "", agreement));
    var choice = new PrecisionChoice("int8", new Processor(Set.of()));
    if (admitted) {
      assertThat(choice.among(weights)).isEqualTo(Precision.INT8);
    } else {
      assertThatThrownBy(() -> choice.among(weights))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("predictions in int8 are not accurate enough")
          .hasMessageContaining("98 %");
    }
  }

  @Test
  void should_say_what_there_is_instead() {
    var choice = new PrecisionChoice("bf16", new Processor(Set.of()));
    assertThatThrownBy(() -> choice.among(Map.of(Precision.FP32, FILE)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no weights in bf16, only in fp32")
        .hasMessageContaining("TIANKONG_PRECISION=auto");
    var odd = new PrecisionChoice("fp23", new Processor(Set.of()));
    assertThatThrownBy(() -> odd.among(BOTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown precision \"fp23\": use one of fp32, bf16, int8.");
  }
}
