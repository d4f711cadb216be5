package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedBodyTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030"})
  void should_leave_out_the_mark_at_the_beginning_and_no_other(String charset) throws IOException {
    assertThat(read("\uFEFF北\uFEFF京", charset)).isEqualTo("北\uFEFF京");
    assertThat(read("\uFEFF", charset)).isEmpty();
    assertThat(read("北京", charset)).isEqualTo("北京");
    assertThat(read("", charset)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "GB18030"})
  void should_read_a_long_body_as_it_was_written(String charset) throws IOException {
    String text = "李白是𠮷朝的诗人。😀\r\n".repeat(5_000);

    assertThat(read(text, charset)).isEqualTo(text);
  }

  @Test
  void should_join_a_character_whose_bytes_come_one_by_one() throws IOException {
    byte[] bytes = "\uFEFF𠮷".getBytes(StandardCharsets.UTF_8);
    InputStream slow = InputStream.nullInputStream();
    for (byte one : bytes) {
      slow = new SequenceInputStream(slow, new ByteArrayInputStream(new byte[] {one}));
    }

    DecodedBody body = new DecodedBody(slow, StandardCharsets.UTF_8);
    assertThat(new int[] {body.read(), body.read(), body.read()})
        .containsExactly("𠮷".charAt(0), "𠮷".charAt(1), -1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void should_hand_out_all_before_a_damaged_byte_and_name_its_line(String lineEnd)
      throws IOException {
    String before = "床前明月光\uFF0C疑是地上霜。%s".formatted(lineEnd).repeat(1_000) + "北";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(before.getBytes(StandardCharsets.UTF_8));
    bytes.write(0xD6);
    bytes.write("京\n".getBytes(StandardCharsets.UTF_8));
    DecodedBody body =
        new DecodedBody(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8);
    StringWriter read = new StringWriter();

    assertThatThrownBy(() -> body.transferTo(read))
        .isInstanceOf(Refusal.class)
        .hasMessage("Line 1001 is not valid UTF-8.");
    assertThat(read).hasToString(before);
  }

  @Test
  void should_refuse_a_character_that_is_cut_off_at_the_end() {
    byte[] cutOff = {'a', '\n', (byte) 0xE4, (byte) 0xBA};

    assertThatThrownBy(
            () -> read(new DecodedBody(new ByteArrayInputStream(cutOff), StandardCharsets.UTF_8)))
        .isInstanceOf(Refusal.class)
        .hasMessage("Line 2 is not valid UTF-8.");
  }

  private static String read(String text, String name) throws IOException {
    Charset charset = Charset.forName(name);
    return read(new DecodedBody(new ByteArrayInputStream(text.getBytes(charset)), charset));
  }

  private static String read(DecodedBody body) throws IOException {
    StringWriter read = new StringWriter();
    body.transferTo(read);
    return read.toString();
  }
}
