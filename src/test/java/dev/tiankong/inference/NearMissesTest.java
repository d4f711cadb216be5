package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.NearMiss.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissesTest {

  private static final FillOptions STRICT = FillOptions.top(1);
  private static final FillOptions LOOSE = new FillOptions(1, List.of(), CandidateKind.ANY, true);

  @Test
  void should_find_what_stands_beside_good_blanks_and_say_where() {
    String text = "𠮷[MASK]北[mask]，石家[MASK]。春[MASK，又____岸[MACK]";

    assertThat(NearMisses.in(text, STRICT))
        .containsExactly(
            new NearMiss(Kind.MISSPELLED_MASK, 8, 6, "[mask]"),
            new NearMiss(Kind.MISSPELLED_MASK, 25, 5, "[MASK"),
            new NearMiss(Kind.LOOSE_BLANK, 32, 4, "____"),
            new NearMiss(Kind.MISSPELLED_MASK, 37, 6, "[MACK]"));
  }

  @Test
  void should_take_other_spellings_for_blanks_where_they_are_allowed() {
    assertThat(NearMisses.in("又____岸（　）[MSAK]□", LOOSE))
        .extracting(NearMiss::found)
        .containsExactly("[MSAK]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[MASK]",
        "[[MASK]]",
        "([MASK])",
        "【[MASK]】",
        "[MASK][MASK]",
        "[MASK]s",
        "（task）",
        "「mark」",
        "foo__bar",
        "[NOTE]",
        "main()",
        "[CLS]",
        "[MASKING]"
      })
  void should_leave_blanks_and_words_alone(String text) {
    assertThat(NearMisses.in(text, STRICT)).isEmpty();
  }

  @Test
  void should_find_the_first_ones_of_many() {
    assertThat(NearMisses.in("____，".repeat(100), STRICT))
        .hasSize(20)
        .last()
        .isEqualTo(new NearMiss(Kind.LOOSE_BLANK, 95, 4, "____"));
  }
}
