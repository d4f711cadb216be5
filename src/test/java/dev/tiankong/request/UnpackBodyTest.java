package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackBodyTest {

  private static final int LIMIT = 10_000_000;
  private static final int HEADER = 10;

  @Test
  void should_wait_for_a_member_that_comes_later() throws IOException {
    // Between the two nothing is available, as while a slow client is silent.
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream(packed("北[MASK]\n")),
            new ByteArrayInputStream(packed("南[MASK]\n")));

    assertThat(unpacked(body)).isEqualTo("北[MASK]\n南[MASK]\n");
  }

  @Test
  void should_unpack_what_every_gzip_writes() throws IOException {
    byte[] plain = packed("北[MASK]");
    for (int flags = 0; flags < 32; flags++) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
      if ((flags & 4) != 0) {
        body.write(new byte[] {3, 0, 'x', 'y', 'z'});
      }
      for (int string = 8; string <= 16; string *= 2) {
        if ((flags & string) != 0) {
          body.write("verses.txt\0".getBytes(StandardCharsets.US_ASCII));
        }
      }
      if ((flags & 2) != 0) {
        CRC32 checksum = new CRC32();
        checksum.update(body.toByteArray());
        body.write((int) checksum.getValue());
        body.write((int) (checksum.getValue() >> 8));
      }
      body.write(plain, HEADER, plain.length - HEADER);
      assertThat(unpacked(body.toByteArray())).as("flags " + flags).isEqualTo("北[MASK]");
    }
    assertThat(unpacked(packed(""))).isEmpty();
    assertThat(unpacked(joined(packed(""), packed("长"), packed("")))).isEqualTo("长");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void should_know_gzip_by_all_its_names(String name) throws IOException {
    InputStream body = new ByteArrayInputStream(packed("北[MASK]"));

    assertThat(unpackBody().unpacked(body, name).readAllBytes())
        .isEqualTo("北[MASK]".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void should_unpack_as_much_as_was_packed() throws IOException {
    String text = "海阔凭鱼跃，天高任鸟[MASK]。\n".repeat(50_000);

    assertThat(unpacked(joined(packed(text), packed(text)))).isEqualTo(text + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\n", "x", "\u001f", "\u001fx", "北京北京北京北京北京北京北京北京"})
  void should_refuse_what_follows_a_member_and_is_none(String rest) throws IOException {
    assertDamaged(joined(packed("北[MASK]"), rest.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void should_refuse_a_body_that_is_cut_off_wherever_that_is() throws IOException {
    byte[] member = packed("北[MASK]");
    byte[] two = joined(member, packed("南[MASK]"));

    for (int length = 1; length < two.length; length++) {
      if (length != member.length) {
        assertDamaged(Arrays.copyOf(two, length));
      }
    }
  }

  @Test
  void should_refuse_a_body_that_was_changed_on_its_way() throws IOException {
    byte[] body = packed("北[MASK]");

    for (int place = HEADER; place < body.length; place++) {
      byte[] changed = body.clone();
      changed[place] ^= 1;
      assertDamaged(changed);
    }
  }

  @Test
  void should_end_a_body_whose_header_does_not() {
    byte[] endless = new byte[LIMIT + 1];
    Arrays.fill(endless, (byte) 'x');
    System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8}, 0, endless, 0, 4);

    assertThatThrownBy(() -> unpacked(endless))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("%d bytes".formatted(LIMIT));
  }

  private static void assertDamaged(byte[] body) {
    assertThatThrownBy(() -> unpacked(body))
        .as(HexFormat.of().formatHex(body))
        .isInstanceOf(Refusal.class)
        .hasMessage("The compressed body is damaged or incomplete.");
  }

  private static String unpacked(byte[] body) throws IOException {
    return unpacked(new ByteArrayInputStream(body));
  }

  private static String unpacked(InputStream body) throws IOException {
    return new String(unpackBody().unpacked(body, "gzip").readAllBytes(), StandardCharsets.UTF_8);
  }

  private static UnpackBody unpackBody() {
    UnpackBody unpackBody = new UnpackBody();
    unpackBody.limit = LIMIT;
    return unpackBody;
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
