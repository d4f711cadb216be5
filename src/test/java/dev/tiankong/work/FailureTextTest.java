package dev.tiankong.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.AttemptError;
import org.junit.jupiter.api.Test;

class FailureTextTest {

  private static final String FORGED =
      "bad\n2026-01-01 00:00:00,000 ERROR [x] (y) all is lost\u2028!";

  @Test
  void should_keep_what_a_message_quotes_on_one_line() {
    AttemptError error = FailureText.of(new IllegalStateException(FORGED, new Exception(FORGED)));

    assertThat(error.summary())
        .isEqualTo(
            "java.lang.IllegalStateException: bad 2026-01-01 00:00:00,000 ERROR [x] (y) all is lost !");
    assertThat(error.detail().lines()).noneMatch(line -> line.startsWith("2026"));
  }

  @Test
  void should_shorten_a_long_message_and_leave_no_half_of_a_character() {
    assertThat(FailureText.of(new RuntimeException("长".repeat(10_000))).summary())
        .hasSize(500)
        .endsWith("长…");
    assertThat(FailureText.of(new RuntimeException("😀".repeat(10_000))).summary())
        .hasSizeBetween(499, 500)
        .endsWith("😀…");
  }

  @Test
  void should_show_every_cause_however_deep_the_first_stack_is() {
    AttemptError error = FailureText.of(deep(300, new IllegalArgumentException("the root")));

    assertThat(error.detail().lines())
        .hasSizeLessThan(70)
        .startsWith("java.lang.IllegalStateException: outer")
        .anyMatch(line -> line.matches("    \\.\\.\\. \\d+ more"))
        .anyMatch(line -> line.equals("Caused by: java.lang.IllegalArgumentException: the root"))
        .anyMatch(line -> line.startsWith("    at dev.tiankong.work.FailureTextTest.deep("));
  }

  private static RuntimeException deep(int depth, Throwable cause) {
    return depth == 0 ? new IllegalStateException("outer", cause) : deep(depth - 1, cause);
  }

  @Test
  void should_end_with_causes_that_go_round_in_a_circle() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));

    assertThat(FailureText.of(one).detail())
        .contains("one", "Caused by: java.lang.Exception: two")
        .hasSizeLessThanOrEqualTo(10_000);
  }
}
