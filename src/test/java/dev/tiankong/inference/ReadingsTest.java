package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  private static final int MOST = 12;

  @Test
  void should_read_equal_texts_once() {
    Readings readings = Readings.of(List.of(text(9, 4), text(9, 5), text(9, 4), text(10, 4)), MOST);
    assertThat(readings.ofTexts()).containsExactly(List.of(0), List.of(1), List.of(0), List.of(2));
    assertThat(readings.windows()).extracting(TokenizedText::index).containsExactly(0, 1, 2);
    assertThat(readings.windows().get(1).masks()).containsExactly(5);
  }

  @Test
  void should_read_again_only_what_changed() {
    TokenizedText text = text(60, 10, 50);
    TokenizedText changed = text(60, 10, 50);
    changed.ids()[49] = 7000;
    Readings readings = Readings.of(List.of(text, changed), MOST);
    assertThat(readings.ofTexts()).containsExactly(List.of(0, 1), List.of(0, 2));
  }

  private static TokenizedText text(int length, int... masks) {
    return new TokenizedText(99, LongStream.range(0, length).toArray(), masks);
  }
}
