package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFlowBundleTest {

  private static final String WORDS = "module/bert/embeddings/word_embeddings";

  @TempDir Path folder;
  private Path index;
  private Path data;

  @BeforeEach
  void copyBundle() throws IOException {
    Path golden = Models.golden("tiny-bert-tf/variables");
    index = folder.resolve("variables.index");
    data = folder.resolve("variables.data-00000-of-00001");
    Files.copy(golden.resolve(index.getFileName()), index);
    Files.copy(golden.resolve(data.getFileName()), data);
  }

  @Test
  void should_hold_the_same_numbers_as_safetensors() throws IOException {
    try (Checkpoint bundle = TensorFlowBundle.open(index);
        Checkpoint safetensors = Safetensors.open(Models.golden("tiny-bert"))) {
      Tensor actual = bundle.tensor(WORDS);
      Tensor expected = safetensors.tensor("bert.embeddings.word_embeddings.weight");
      assertThat(actual.shape()).isEqualTo(expected.shape()).isEqualTo(List.of(219, 32));
      for (int i = 0; i < actual.size(); i++) {
        assertThat(actual.values().at(i)).isEqualTo(expected.values().at(i));
      }
    }
  }

  @Test
  void should_notice_one_changed_bit_of_a_tensor() throws IOException {
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length / 2] ^= 1;
    Files.write(data, bytes);
    assertThatThrownBy(this::readAll)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Tensor module/")
        .hasMessageContaining("checksum");
  }

  @Test
  void should_notice_a_data_file_that_is_cut_short() throws IOException {
    Files.write(data, Arrays.copyOf(Files.readAllBytes(data), 1000));
    assertThatThrownBy(this::readAll)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void should_name_the_tensor_that_is_missing() {
    assertThatThrownBy(
            () -> {
              try (Checkpoint bundle = TensorFlowBundle.open(index)) {
                bundle.tensor("no/such");
              }
            })
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no/such");
  }

  @Test
  void should_refuse_an_index_that_is_cut_short_anywhere() throws IOException {
    byte[] whole = Files.readAllBytes(index);
    for (int length = 0; length < whole.length; length++) {
      Files.write(index, Arrays.copyOf(whole, length));
      assertThatThrownBy(this::readAll).isInstanceOf(CheckpointException.class);
    }
  }

  @Test
  void should_answer_any_damage_of_the_index_with_its_own_exception() throws IOException {
    byte[] whole = Files.readAllBytes(index);
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      Files.write(index, damaged);
      try {
        readAll();
      } catch (CheckpointException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  private void readAll() throws IOException {
    try (Checkpoint bundle = TensorFlowBundle.open(index)) {
      for (String name : bundle.names()) {
        bundle.tensor(name);
      }
    }
  }
}
