package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3C00, 1",
    "C000, -2",
    "3555, 0.33325195",
    "0001, 5.9604645E-8",
    "83FF, -6.097555E-5",
    "7BFF, 65504",
    "7C00, Infinity",
    "8000, -0.0"
  })
  void should_widen_half_precision(String bits, float expected) throws IOException {
    write("F16", "[1]", 0, 2, shorts(bits));
    assertThat(read().values().at(0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3F80, 1", "C049, -3.140625", "7F80, Infinity", "0001, 9.1835E-41"})
  void should_widen_brain_floats(String bits, float expected) throws IOException {
    write("BF16", "[1]", 0, 2, shorts(bits));
    assertThat(read().values().at(0)).isEqualTo(expected);
  }

  @Test
  void should_read_the_files_that_an_index_names() throws IOException {
    write("F32", "[1]", 0, 4, ByteBuffer.allocate(4));
    Files.move(folder.resolve(Safetensors.FILE), folder.resolve("part-1.safetensors"));
    Files.writeString(
        folder.resolve(Safetensors.INDEX),
        """
        {"weight_map": {"x": "part-1.safetensors"}}""");
    assertThat(read().shape()).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F32 | [2]            | 0  | 4           | its shape [2] of FLOAT32 takes 8 bytes",
        "F32 | [2]            | 4  | 12          | should be 8 bytes at",
        "F32 | [2]            | -9 | -1          | starts before the data",
        "F32 | [1]            | 9223372036854775800 | 9223372036854775804 | should be 4 bytes at",
        "F32 | [-1]           | 4  | 0           | should be -4 bytes at",
        "F32 | [65536,65536,65536,65536] | 0 | 0 | takes 73786976294838206464 bytes",
        "F32 | [4294967296]   | 0  | 17179869184 | should be 17179869184 bytes at",
        "I64 | [1]            | 0  | 8           | does not hold floating point numbers"
      })
  void should_say_what_is_wrong_with_a_tensor(
      String type, String shape, long start, long end, String complaint) throws IOException {
    write(type, shape, start, end, ByteBuffer.allocate(8));
    assertThatThrownBy(this::read)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Tensor x")
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3, 99_999_999, 100_000_001, Long.MAX_VALUE})
  void should_not_believe_the_length_of_a_header(long length) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(folder.resolve(Safetensors.FILE), file.array());
    assertThatThrownBy(this::read).isInstanceOf(CheckpointException.class);
  }

  @Test
  void should_not_allocate_a_header_of_any_length() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve(Safetensors.FILE).toFile(), "rw")) {
      // A file with a hole: long, but of no weight on the disk.
      file.setLength(1L << 31);
      file.writeLong(Long.reverseBytes(1L << 30));
    }
    assertThatThrownBy(this::read).hasMessageContaining("its header would have 1073741824 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"x\":1}", "{\"x\":{}}", "{\"x\":{\"dtype\":\"F32\"}}", "{"})
  void should_refuse_a_header_of_another_kind(String header) throws IOException {
    write(header, ByteBuffer.allocate(8));
    assertThatThrownBy(this::read).isInstanceOf(CheckpointException.class);
  }

  private static ByteBuffer shorts(String hexadecimal) {
    return ByteBuffer.allocate(2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) Integer.parseInt(hexadecimal, 16));
  }

  private void write(String type, String shape, long start, long end, ByteBuffer data)
      throws IOException {
    write(
        """
        {"__metadata__":{"format":"pt"},
         "x":{"dtype":"%s","shape":%s,"data_offsets":[%d,%d]}}"""
            .formatted(type, shape, start, end),
        data);
  }

  private void write(String header, ByteBuffer data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).put(data.array());
    Files.write(folder.resolve(Safetensors.FILE), file.array());
  }

  private Tensor read() throws IOException {
    try (Checkpoint checkpoint = Safetensors.open(folder)) {
      return checkpoint.tensor("x");
    }
  }
}
