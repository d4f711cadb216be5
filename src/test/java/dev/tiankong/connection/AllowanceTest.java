package dev.tiankong.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Allowance allowance = new Allowance(Duration.ofSeconds(10), 1000);

  @Test
  void should_be_used_up_by_silence() {
    allowance.waited(10 * SECOND - 1);
    assertThat(allowance.isUsedUp()).isFalse();

    allowance.waited(1);
    assertThat(allowance.isUsedUp()).isTrue();
  }

  @Test
  void should_last_as_long_as_the_minimum_rate_is_kept_up() {
    for (int minute = 0; minute < 600; minute++) {
      allowance.waited(9 * SECOND);
      allowance.transferred(9_000);
    }

    assertThat(allowance.isUsedUp()).isFalse();
  }

  @Test
  void should_not_be_saved_up_by_clients_that_were_fast() {
    allowance.transferred(Long.MAX_VALUE);

    assertThat(allowance.left()).isEqualTo(10 * SECOND);
  }

  @Test
  void should_be_used_up_by_a_byte_now_and_then() {
    for (int i = 0; i < 11; i++) {
      allowance.waited(SECOND);
      allowance.transferred(1);
    }

    assertThat(allowance.isUsedUp()).isTrue();
  }
}
