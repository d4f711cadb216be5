package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharactersTest {

  @Test
  void should_count_code_points() {
    assertThat(Characters.count("𠮷野家😀")).isEqualTo(4);
    assertThat(Characters.shown("😀😀😀", 2)).isEqualTo("😀😀…");
    assertThat(Characters.shown("😀😀", 2)).isEqualTo("😀😀");
  }

  @Test
  void should_find_what_cannot_be_stored_wherever_it_stands() {
    assertStorable("{\"a\": [1, null, true, {\"b\": \"𠮷\\uD842\\uDFB7\"}]}", true);
    assertStorable("{\"a\": \"\\u0000\"}", false);
    assertStorable("{\"a\": [{\"b\": [\"\\uD842\"]}]}", false);
    assertStorable("{\"a\": {\"\\uDFB7\": 1}}", false);
  }

  private static void assertStorable(String json, boolean expected) {
    assertThat(
            Characters.areStorable(
                ObjectBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))))
        .as(json)
        .isEqualTo(expected);
  }
}
