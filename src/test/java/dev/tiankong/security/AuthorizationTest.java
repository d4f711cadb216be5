package dev.tiankong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

  @Test
  void should_read_name_and_password_in_utf_8_up_to_the_first_colon() {
    Authorization given =
        Authorization.of("basic  " + base64("lǐ bái:静夜思:1", StandardCharsets.UTF_8));

    assertThat(given.is("Basic")).isTrue();
    assertThat(given.nameAndPassword())
        .contains(new Authorization.NameAndPassword("lǐ bái", "静夜思:1"));
    assertThat(given.toString()).isEqualTo("basic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic !!", "Basic YQ", "Basic YQ=="})
  void should_find_nothing_where_there_is_no_pair(String header) {
    assertThat(Authorization.of(header).nameAndPassword()).isEmpty();
  }

  @Test
  void should_refuse_bytes_that_are_not_utf_8() {
    String header = "Basic " + base64("ä:ö", StandardCharsets.ISO_8859_1);

    assertThat(Authorization.of(header).nameAndPassword()).isEmpty();
  }

  @Test
  void should_be_nothing_without_a_header() {
    assertThat(Authorization.of(null)).isEqualTo(new Authorization("", ""));
  }

  private static String base64(String pair, Charset charset) {
    return Base64.getEncoder().encodeToString(pair.getBytes(charset));
  }
}
