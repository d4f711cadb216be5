package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AttemptOutcomeTest {

  @Test
  void should_begin_with_running() {
    assertThat(AttemptOutcome.RUNNING.predecessors()).isEmpty();
  }

  @Test
  void should_be_lost_only_while_running() {
    assertThat(AttemptOutcome.LOST.predecessors()).containsExactly(AttemptOutcome.RUNNING);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RUNNING", "LOST"})
  void should_end_for_good_also_when_it_was_thought_lost(AttemptOutcome end) {
    assertThat(end.predecessors())
        .containsExactlyInAnyOrder(AttemptOutcome.RUNNING, AttemptOutcome.LOST);
  }
}
