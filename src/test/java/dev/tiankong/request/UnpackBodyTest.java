package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackBodyTest {

  @Test
  void should_wait_for_a_member_that_comes_later() throws IOException {
    // Between the two nothing is available, as while a slow client is silent.
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream(packed("北[MASK]\n")),
            new ByteArrayInputStream(packed("南[MASK]\n")));
    UnpackBody unpackBody = new UnpackBody();
    unpackBody.limit = 100;

    assertThat(unpackBody.unpacked(body, "gzip")).hasContent("北[MASK]\n南[MASK]\n");
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
