package dev.tiankong.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicateIndexTest {

  private final DuplicateIndex twins = new DuplicateIndex();

  @Test
  void should_find_what_came_before() {
    assertThat(twins.firstOf("北", 0)).isNull();
    assertThat(twins.firstOf("东", 1)).isNull();
    assertThat(twins.firstOf("北", 2)).isZero();
    assertThat(twins.firstOf("北", 3)).isZero();

    assertThat(twins.found()).isEqualTo(2);
  }

  @Test
  void should_find_as_a_map_does_however_many_there_are() {
    Random random = new Random(7);
    Map<String, Integer> firsts = new HashMap<>();
    int repeated = 0;
    for (int index = 0; index < 100_000; index++) {
      String text = "第" + random.nextInt(80_000) + "条";
      Integer first = firsts.putIfAbsent(text, index);
      assertThat(twins.firstOf(text, index)).isEqualTo(first);
      repeated += first == null ? 0 : 1;
    }

    assertThat(twins.found()).isEqualTo(repeated);
  }
}
