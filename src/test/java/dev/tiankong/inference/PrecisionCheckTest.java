package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionCheckTest {

  private static final List<Candidate> CLEAR = two("春", 0.6f, "秋", 0.5f);
  private static final List<Candidate> IN_DOUBT = two("春", 0.52f, "秋", 0.48f);
  private static final List<Candidate> SWAPPED = two("秋", 0.56f, "春", 0.5f);

  @Test
  void should_count_other_answers_only_where_fp32_is_not_in_doubt() {
    PrecisionReport agreement =
        PrecisionCheck.compare(List.of(CLEAR, CLEAR, IN_DOUBT), List.of(CLEAR, SWAPPED, SWAPPED));
    assertThat(agreement.texts()).isEqualTo(3);
    assertThat(agreement.sameFirst()).isEqualTo(0.5);
    assertThat(agreement.drift()).isCloseTo((0 + 0.04 + 0.04) / 3, within(1e-6));
  }

  @Test
  void should_not_praise_what_was_never_tried() {
    assertThat(PrecisionCheck.compare(List.of(IN_DOUBT), List.of(IN_DOUBT)).admits()).isFalse();
    assertThat(PrecisionCheck.compare(List.of(CLEAR), List.of(CLEAR)).admits()).isTrue();
  }

  private static List<Candidate> two(String first, float score, String second, float lower) {
    return List.of(new Candidate(first, score), new Candidate(second, lower));
  }
}
