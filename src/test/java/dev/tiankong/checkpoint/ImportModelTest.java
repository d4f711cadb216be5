package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.Architecture;
import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportModelTest {

  private static final Path SOURCE = Models.golden("tiny-bert");
  private static final Set<String> ALL = Set.of("fp32", "bf16", "int8");

  @TempDir Path folder;

  @Test
  void should_describe_the_model() throws IOException {
    ModelCard card = new ModelDirectory(run(SOURCE)).card();
    assertThat(card.architecture()).isEqualTo(new Architecture(2, 32, 2, 64, 219));
    assertThat(card.maxTokens()).isEqualTo(48);
    assertThat(card.origin()).isEqualTo(new ModelCard.Origin("tiny", "tiny-bert", "unknown"));
    assertThat(card.weights()).containsOnlyKeys(Precision.FP32, Precision.BF16);
  }

  @Test
  void should_ask_for_another_import_when_the_format_is_not_its_own() throws IOException {
    Path model = run(SOURCE);
    assertThat(ImportModel.isUsable("tiny", folder)).isTrue();
    Path card = model.resolve("model.json");
    Files.writeString(card, Files.readString(card).replaceFirst("\"format\": *\\d+,", ""));
    assertThat(ImportModel.isUsable("tiny", folder)).isFalse();
    assertThatThrownBy(new ModelDirectory(model)::card)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another version of Tiankong; import the model again");
  }

  @Test
  void should_write_the_same_bytes_every_time() throws IOException {
    ModelCard first = new ModelDirectory(run(SOURCE)).card();
    ModelCard second = new ModelDirectory(run(SOURCE)).card();
    assertThat(second.weights()).isEqualTo(first.weights());
  }

  @ParameterizedTest
  @EnumSource
  void should_align_every_entry_as_libtorch_maps_it(Precision precision) throws IOException {
    Path model = ImportModel.run(Source.local(SOURCE), "tiny", folder, ALL, Progress.NONE);
    Path weights = new ModelDirectory(model).weights(precision);
    byte[] archive = Files.readAllBytes(weights);
    try (ZipFile zip = new ZipFile(weights.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(isAtMultipleOf64(archive, content)).as(entry.getName()).isTrue();
      }
    }
  }

  @Test
  void should_clear_what_a_killed_import_left_behind() throws IOException {
    Path leftover = Files.createDirectories(folder.resolve(".importing-tiny/model"));
    Files.writeString(leftover.resolve("stale.txt"), "half a file");
    Path model = run(SOURCE);
    assertThat(model).isDirectoryNotContaining("glob:**stale.txt");
    assertThat(folder).isDirectoryNotContaining("glob:**importing*");
  }

  @Test
  void should_restore_the_model_that_a_killed_import_had_put_aside() throws IOException {
    Path model = run(SOURCE);
    Path staging = Files.createDirectories(folder.resolve(".importing-tiny"));
    Files.move(model, staging.resolve("replaced"));
    Path broken = copyOfSource();
    cut(broken.resolve(Safetensors.FILE));
    assertThatThrownBy(() -> run(broken)).isInstanceOf(CheckpointException.class);
    assertThat(new ModelDirectory(model).exists()).isTrue();
  }

  @Test
  void should_refuse_a_second_import_of_the_same_name_at_once() throws IOException {
    Progress meanwhile =
        (step, done, total) ->
            assertThatThrownBy(() -> run(SOURCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another import of tiny is running");
    Path model = ImportModel.run(SOURCE, "tiny", folder, meanwhile);
    assertThat(new ModelDirectory(model).exists()).isTrue();
  }

  @Test
  void should_take_less_room_for_less_exact_weights() throws IOException {
    Path model = ImportModel.run(Source.local(SOURCE), "tiny", folder, ALL, Progress.NONE);
    assertThat(new ModelDirectory(model).card().weights().values())
        .extracting(ModelCard.Weights::bytes)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void should_measure_int8_before_it_is_offered() throws IOException {
    Path model =
        ImportModel.run(Source.local(SOURCE), "tiny", folder, Set.of("int8"), Progress.NONE);
    var weights = new ModelDirectory(model).card().weights();
    assertThat(weights).containsOnlyKeys(Precision.FP32, Precision.INT8);
    assertThat(weights.get(Precision.FP32).agreement()).isEmpty();
    assertThat(weights.get(Precision.INT8).agreement())
        .hasValueSatisfying(
            agreement -> {
              assertThat(agreement.texts()).isEqualTo(500);
              assertThat(agreement.sameFirst()).isBetween(0.9, 1.0);
              assertThat(agreement.drift()).isBetween(1e-6, 0.02);
            });
  }

  @Test
  void should_leave_nothing_when_it_is_interrupted() throws IOException {
    Progress failing =
        (step, done, total) -> {
          throw new UncheckedIOException(new IOException("disk full"));
        };
    assertThatThrownBy(() -> ImportModel.run(SOURCE, "tiny", folder, failing))
        .hasMessageContaining("disk full");
    assertThat(folder).isDirectoryNotContaining(Files::isDirectory);
  }

  @Test
  void should_keep_the_installed_model_when_its_replacement_fails() throws IOException {
    Path model = run(SOURCE);
    Path broken = copyOfSource();
    cut(broken.resolve(Safetensors.FILE));
    assertThatThrownBy(() -> run(broken)).isInstanceOf(CheckpointException.class);
    assertThat(new ModelDirectory(model).exists()).isTrue();
  }

  @Test
  void should_name_the_tensor_and_both_shapes_when_they_do_not_fit() throws IOException {
    Path odd = copyOfSource();
    replace(odd.resolve(Safetensors.FILE), "[48,32]", "[32,48]");
    assertThatThrownBy(() -> run(odd))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("bert.embeddings.position_embeddings.weight")
        .hasMessageContaining("[32, 48]")
        .hasMessageContaining("[32, 32]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hidden_act\": \"relu\"", "\"model_type\": \"roberta\""})
  void should_refuse_what_computes_otherwise(String setting) throws IOException {
    Path other = copyOfSource();
    Path config = other.resolve("config.json");
    String key = setting.substring(0, setting.indexOf(':'));
    Files.writeString(config, Files.readString(config).replaceFirst(key + ": \"[a-z]+\"", setting));
    assertThatThrownBy(() -> run(other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("can be imported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", ".hidden", "a/b"})
  void should_refuse_a_name_that_is_a_path(String name) {
    assertThatThrownBy(() -> ImportModel.run(SOURCE, name, folder, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void should_report_progress_up_to_the_end() throws IOException {
    Map<String, Long> remaining = new HashMap<>();
    ImportModel.run(
        SOURCE, "tiny", folder, (step, done, total) -> remaining.put(step, total - done));
    assertThat(remaining)
        .containsOnly(Map.entry("Writing tiny in fp32", 0L), Map.entry("Writing tiny in bf16", 0L));
  }

  private Path run(Path source) throws IOException {
    return ImportModel.run(source, "tiny", folder, Progress.NONE);
  }

  private Path copyOfSource() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (var files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void cut(Path file) throws IOException {
    try (var open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(open.length() - 1);
    }
  }

  private static void replace(Path file, String old, String replacement) throws IOException {
    var latin = StandardCharsets.ISO_8859_1;
    Files.writeString(file, Files.readString(file, latin).replace(old, replacement), latin);
  }

  private static boolean isAtMultipleOf64(byte[] archive, byte[] content) {
    for (int start = 0; start + content.length <= archive.length; start += 64) {
      if (Arrays.mismatch(archive, start, start + content.length, content, 0, content.length) < 0) {
        return true;
      }
    }
    return false;
  }
}
