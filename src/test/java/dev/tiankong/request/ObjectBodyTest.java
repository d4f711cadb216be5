package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectBodyTest {

  @Test
  void should_pass_over_the_mark_that_editors_begin_with() {
    assertThat(body("\uFEFF{\"name\": \"李白\"}").string("name")).isEqualTo("李白");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\uD842", "\\uDFB7 "})
  void should_refuse_what_cannot_be_stored(String character) {
    ObjectBody body = body("{\"name\": \"a%s\"}".formatted(character));

    assertThatThrownBy(() -> body.string("name"))
        .isInstanceOf(Refusal.class)
        .hasMessage("\"name\" contains NUL or an unpaired surrogate: remove it.");
  }

  @Test
  void should_refuse_a_member_twice() {
    assertThatThrownBy(() -> body("{\"name\": \"a\", \"name\": \"b\"}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("two members \"name\"");
  }

  private static ObjectBody body(String json) {
    return ObjectBody.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "name");
  }
}
