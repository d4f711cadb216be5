package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishers do differently: letters in lower case, halves of floats, several files. */
class PublishersTest {

  private static final String TEXT = "the [MASK] a";

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void copy() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
    try (var files = Files.list(Models.golden("tiny-bert"))) {
      for (Path file : files.toList()) {
        Files.copy(file, source.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void should_read_capitals_as_small_letters_where_the_publisher_did() throws IOException {
    Files.delete(source.resolve("tokenizer.json"));
    assertThat(fill("THE [MASK] A")).isNotEqualTo(fill(TEXT));

    Files.writeString(source.resolve("tokenizer_config.json"), "{\"do_lower_case\": true}");
    assertThat(fill("THE [MASK] A")).isEqualTo(fill(TEXT));
  }

  @Test
  void should_tell_by_the_vocabulary_where_the_publisher_says_nothing() throws IOException {
    Files.delete(source.resolve("tokenizer.json"));
    Files.delete(source.resolve("tokenizer_config.json"));
    assertThat(fill("THE [MASK] A")).isNotEqualTo(fill(TEXT));

    Path vocabulary = source.resolve("vocab.txt");
    List<String> small =
        Files.readAllLines(vocabulary).stream()
            .map(token -> token.matches("[A-Z]+") ? token.toLowerCase() : token)
            .toList();
    Files.write(vocabulary, small);
    assertThat(fill("THE [MASK] A")).isEqualTo(fill(TEXT));
  }

  @Test
  void should_read_weights_of_half_the_size() throws IOException {
    List<FillOutcome> exact = fill(TEXT);
    halve(source.resolve(Safetensors.FILE));
    assertThat(fill(TEXT))
        .usingRecursiveComparison()
        .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : 1, Float.class)
        .isEqualTo(exact);
  }

  private List<FillOutcome> fill(String text) throws IOException {
    Path model = ImportModel.run(source, "tiny", folder.resolve("models"), Progress.NONE);
    assertThat(new ModelDirectory(model).exists()).isTrue();
    return Models.fill(model, Precision.FP32, List.of(text), 3);
  }

  /** Rewrites a file of floats as one of 16-bit floats. */
  private static void halve(Path file) throws IOException {
    ByteBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) floats.getLong();
    byte[] header = new byte[length];
    floats.get(header);
    String halved = halved(new String(header, StandardCharsets.UTF_8));
    byte[] newHeader = halved.getBytes(StandardCharsets.UTF_8);
    ByteBuffer halves =
        ByteBuffer.allocate(Long.BYTES + newHeader.length + floats.remaining() / 2)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(newHeader.length)
            .put(newHeader);
    while (floats.hasRemaining()) {
      halves.putShort(half(floats.getFloat()));
    }
    Files.write(file, halves.array());
  }

  private static String halved(String header) {
    return Pattern.compile("\"data_offsets\":\\[(\\d+),(\\d+)]")
        .matcher(header.replace("\"F32\"", "\"F16\""))
        .replaceAll(
            offsets ->
                "\"data_offsets\":[%d,%d]"
                    .formatted(
                        Long.parseLong(offsets.group(1)) / 2,
                        Long.parseLong(offsets.group(2)) / 2));
  }

  /** For numbers of common size; smaller ones become nothing. */
  private static short half(float value) {
    int bits = Float.floatToIntBits(value);
    int exponent = (bits >>> 23 & 0xff) - 112;
    int magnitude = exponent <= 0 ? 0 : exponent << 10 | bits >>> 13 & 0x3ff;
    return (short) (bits >>> 16 & 0x8000 | magnitude);
  }
}
