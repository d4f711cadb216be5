package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

  @ParameterizedTest
  @CsvSource({
    "1, 3F80",
    "-3.140625, C049",
    // Between 1 and its neighbour 1.0078125: below, in and above the middle, and the next middle.
    "1.0039, 3F80",
    "1.00390625, 3F80",
    "1.0039064, 3F81",
    "1.01171875, 3F82",
    "0, 0000",
    "-0.0, 8000",
    "3.4028235E38, 7F80",
    "-Infinity, FF80",
    "NaN, 7FC0"
  })
  void should_round_to_the_nearest_brain_float(float value, String bits) {
    ByteBuffer buffer = ByteBuffer.allocate(Short.BYTES);
    NumberFormat.BFLOAT16.put(value, buffer);
    assertThat(buffer.getShort(0)).isEqualTo((short) Integer.parseInt(bits, 16));
  }
}
