package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

  @Test
  void should_expect_the_end_from_what_was_done_so_far() {
    Batch batch = BatchTest.batchOf(100);
    batch.start(START);
    batch.count(20, 5, START.plusSeconds(10));

    Pace pace = Pace.of(batch, START.plusSeconds(10));
    assertThat(pace.progress()).isEqualTo(0.25);
    assertThat(pace.itemsPerSecond()).contains(2.5);
    assertThat(pace.expectedEnd()).contains(START.plusSeconds(40));
  }

  @Test
  void should_expect_nothing_before_the_first_result() {
    Batch batch = BatchTest.batchOf(100);
    assertThat(Pace.of(batch, START)).isEqualTo(Pace.of(batch, START.plusSeconds(9)));
    batch.start(START);

    Pace pace = Pace.of(batch, START.plusSeconds(10));
    assertThat(pace.progress()).isZero();
    assertThat(pace.itemsPerSecond()).isEmpty();
    assertThat(pace.expectedEnd()).isEmpty();
  }

  @Test
  void should_stand_still_once_the_batch_is_final() {
    Batch batch = BatchTest.batchOf(10);
    batch.start(START);
    batch.count(10, 0, START.plusSeconds(5));

    Pace pace = Pace.of(batch, START.plusSeconds(500));
    assertThat(pace.progress()).isEqualTo(1);
    assertThat(pace.itemsPerSecond()).contains(2.0);
    assertThat(pace.expectedEnd()).isEmpty();
  }
}
