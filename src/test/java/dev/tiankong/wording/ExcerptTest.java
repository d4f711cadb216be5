package dev.tiankong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void should_cut_between_two_characters() {
    assertThat(Excerpt.of("😀😀😀", 6)).isEqualTo("😀😀😀");
    assertThat(Excerpt.of("😀😀😀", 5)).isEqualTo("😀😀…");
    assertThat(Excerpt.of("😀😀😀", 4)).isEqualTo("😀…");
  }
}
