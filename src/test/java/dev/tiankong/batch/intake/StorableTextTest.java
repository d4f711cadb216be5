package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.SubmittedText;
import org.junit.jupiter.api.Test;

class StorableTextTest {

  @Test
  void should_keep_every_character_that_can_be_stored() {
    assertThat(StorableText.of("𠮷野[MASK]\t家😀", null, null, 1))
        .isEqualTo(SubmittedText.of("𠮷野[MASK]\t家😀"));
  }

  @Test
  void should_show_where_a_character_could_not_be_stored() {
    SubmittedText withNul = StorableText.of("一\0[MASK]", null, null, 1);
    SubmittedText withHalfAPair = StorableText.of("一\uD842[MASK]", null, null, 1);

    assertThat(withNul.text()).isEqualTo("一\uFFFD[MASK]");
    assertThat(withNul.error().code()).isEqualTo("INVALID_CHARACTER");
    assertThat(withHalfAPair.text()).isEqualTo("一\uFFFD[MASK]");
    assertThat(withHalfAPair.error().code()).isEqualTo("INVALID_CHARACTER");
  }

  @Test
  void should_show_where_a_nul_could_not_be_stored_that_json_has_escaped() {
    assertThat(input("{\"a\\u0000\":\"b\\u0000\\u0000\\\\\\u0000\"}"))
        .isEqualTo("{\"a\uFFFD\":\"b\uFFFD\uFFFD\\\\\uFFFD\"}");
    assertThat(input("{\"a\":\"\\\\u0000 \\\"\\u0001\"}"))
        .as("a backslash before u0000")
        .isEqualTo("{\"a\":\"\\\\u0000 \\\"\\u0001\"}");
  }

  @Test
  void should_refuse_a_text_with_such_a_character_beside_it() {
    assertThat(StorableText.of("[MASK]", "a\0", null, 1).error().message()).startsWith("The id");
    assertThat(StorableText.of("[MASK]", "a\uD842", null, 1).error().code())
        .isEqualTo("INVALID_CHARACTER");
    assertThat(StorableText.of("[MASK]", "a", "{\"note\":\"\\u0000\"}", 1).error().message())
        .startsWith("The input");
    assertThat(StorableText.of("[MASK]", "a", "{\"note\uD842\":1}", 1).error().code())
        .isEqualTo("INVALID_CHARACTER");
    assertThat(StorableText.of("[MASK]", "a", "{\"note\":\"\\\\u0000\"}", 1).error()).isNull();
  }

  private static String input(String json) {
    return StorableText.of("[MASK]", null, json, 1).input();
  }
}
