package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.Models;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of torch.save: whatever is in them, the answer is tensors or a sentence. */
class TorchCheckpointTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"zip", "old", "zip-in-one-storage", "old-in-one-storage"})
  void should_say_that_a_file_is_cut_short(String name) throws IOException {
    byte[] whole = bytes(name);
    for (int length = 0; length < whole.length; length += 61) {
      write(Arrays.copyOf(whole, length));
      assertThatThrownBy(this::readAll).isInstanceOf(CheckpointException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "old", "zip-in-one-storage", "old-parameters"})
  void should_never_fail_otherwise_than_with_a_sentence(String name) throws IOException {
    byte[] whole = bytes(name);
    Random random = new Random(16);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      // The pickle is at the start of either kind.
      damaged[random.nextInt(Math.min(damaged.length, 6000))] = (byte) random.nextInt(256);
      write(damaged);
      assertThatCode(this::readUnlessRefused).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os system",
        "builtins eval",
        "torch.storage _load_from_bytes",
        "torch load",
        "torch Size"
      })
  void should_name_what_a_pickle_wants_to_run_and_run_nothing(String global) throws IOException {
    Path proof = folder.resolve("proof");
    String[] name = global.split(" ");
    Pickle pickle = new Pickle().global(name[0], name[1]).mark().string("touch " + proof);
    old(pickle.tuple().call().end());
    assertThatThrownBy(this::readAll)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("pytorch_model.bin refers to " + name[0] + "." + name[1])
        .hasMessageContaining("it was not executed");
    assertThat(proof).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 0 | 2,2 | 2,1 | ",
        "4 | 1 | 3   | 1   | ",
        "4 | 0 | 0   | 1   | ",
        "4 | 1 | 2,2 | 2,1 | the shape [2, 2] with the strides [2, 1] from 1 on does not fit 4",
        "4 | 0 | 2,2 | 3,1 | does not fit 4 numbers",
        "4 | 0 | 2   | -1  | does not fit 4 numbers",
        "4 | -1 | 2  | 1   | does not fit 4 numbers",
        "4 | 0 | 2,2 | 1   | does not fit 4 numbers",
        "4 | 0 | 65536,65536 | 0,0 | does not fit 4 numbers",
        "5 | 0 | 2   | 1   | storage 0 has another size",
      })
  void should_compare_a_view_with_its_storage(
      int size, int offset, String shape, String strides, String complaint) throws IOException {
    Pickle pickle = new Pickle().emptyDictionary().mark().string("x");
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().string("storage").global("torch", "FloatStorage");
    pickle.string("0").string("cpu").number(size).tuple().persistent();
    pickle.number(offset).numbers(numbers(shape)).numbers(numbers(strides)).no();
    pickle.global("collections", "OrderedDict").emptyTuple().call();
    old(pickle.tuple().call().items().end());
    if (complaint == null) {
      assertThatCode(this::readAll).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(this::readAll)
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining(complaint);
    }
  }

  @Test
  void should_read_the_files_that_an_index_names() throws IOException {
    Path part = folder.resolve("pytorch_model-00001-of-00001.bin");
    Files.write(part, bytes("old"));
    Files.writeString(
        folder.resolve(TorchCheckpoint.INDEX),
        "{\"weight_map\": {\"x\": \"pytorch_model-00001-of-00001.bin\"}}");
    try (Checkpoint checkpoint = TorchCheckpoint.open(folder)) {
      assertThat(checkpoint.names()).contains("cls.predictions.bias");
    }
  }

  @Test
  void should_not_take_a_part_of_the_files_for_all() throws IOException {
    Files.writeString(
        folder.resolve(TorchCheckpoint.INDEX), "{\"weight_map\": {\"x\": \"../../part.bin\"}}");
    assertThatThrownBy(() -> TorchCheckpoint.open(folder))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no file part.bin");
  }

  @Test
  void should_refuse_what_pytorch_has_not_written() throws IOException {
    write("x".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(this::readAll)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("pytorch_model.bin is not a file of torch.save.");
    write(new Pickle().emptyDictionary().end());
    assertThatThrownBy(this::readAll)
        .hasMessage("pytorch_model.bin is a pickle, but not one of torch.save.");
  }

  /** As before PyTorch 1.6, with one storage of four numbers. */
  private void old(byte[] pickle) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] start = bytes("old");
    // Its first three pickles say of what kind it is.
    int end = 0;
    for (int pickles = 0; pickles < 3; end++) {
      pickles += start[end] == '.' && (start[end + 1] & 0xff) == 0x80 ? 1 : 0;
    }
    file.write(start, 0, end);
    file.write(pickle);
    Pickle keys = new Pickle().emptyList().mark().string("0");
    file.write(keys.elements().end());
    file.write(new byte[] {4, 0, 0, 0, 0, 0, 0, 0});
    file.write(new byte[4 * Float.BYTES]);
    write(file.toByteArray());
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(Models.golden("odd-weights/" + name + "@pytorch_model.bin"));
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(folder.resolve(TorchCheckpoint.FILE), bytes);
  }

  private void readUnlessRefused() throws IOException {
    try {
      readAll();
    } catch (CheckpointException refused) {
      assertThat(refused).hasMessageNotContaining("\n");
    }
  }

  private void readAll() throws IOException {
    try (Checkpoint checkpoint = TorchCheckpoint.open(folder)) {
      for (String name : checkpoint.names()) {
        Tensor tensor = checkpoint.tensor(name);
        for (int i = 0; i < tensor.size(); i += 7) {
          tensor.values().at(i);
        }
      }
    }
  }
}
