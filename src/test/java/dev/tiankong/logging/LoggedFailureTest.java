package dev.tiankong.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {

  private static final String FORGED =
      "bad\n2026-01-01 00:00:00,000 ERROR [x] (y) all is lost\u2028!";

  @Test
  void should_keep_what_a_message_quotes_on_one_line() {
    LoggedFailure failure = LoggedFailure.of(new IllegalStateException(FORGED));

    assertThat(failure)
        .hasToString(
            "java.lang.IllegalStateException: bad 2026-01-01 00:00:00,000 ERROR [x] (y) all is lost !");
  }

  @Test
  void should_do_so_in_causes_and_what_is_suppressed_and_keep_where_they_began() {
    IllegalStateException failure =
        new IllegalStateException("outer", new IllegalArgumentException(FORGED));
    failure.addSuppressed(new ArithmeticException(FORGED));

    String printed = printed(LoggedFailure.of(failure));

    assertThat(printed.lines())
        .noneMatch(line -> line.startsWith("2026"))
        .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: bad "))
        .anyMatch(line -> line.contains("Suppressed: java.lang.ArithmeticException: bad "))
        .anyMatch(line -> line.startsWith("\tat " + LoggedFailureTest.class.getName()));
    assertThat(printed).doesNotContain("LoggedFailure.of", "LoggedFailure.<init>");
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void should_shorten_a_long_message_and_leave_no_half_of_a_character() {
    assertThat(LoggedFailure.of(new RuntimeException("长".repeat(10_000))).toString())
        .hasSize(500)
        .endsWith("长…");
    assertThat(LoggedFailure.of(new RuntimeException("😀".repeat(10_000))).toString())
        .hasSizeBetween(499, 500)
        .endsWith("😀…");
  }

  @Test
  void should_show_every_cause_however_deep_the_first_stack_is() {
    LoggedFailure failure = LoggedFailure.of(deep(300, new IllegalArgumentException("the root")));

    assertThat(failure.abbreviated().lines())
        .hasSizeLessThan(70)
        .startsWith("java.lang.IllegalStateException: outer")
        .anyMatch(line -> line.matches("    \\.\\.\\. \\d+ more"))
        .anyMatch(line -> line.equals("Caused by: java.lang.IllegalArgumentException: the root"))
        .anyMatch(line -> line.startsWith("    at dev.tiankong.logging.LoggedFailureTest.deep("));
  }

  private static RuntimeException deep(int depth, Throwable cause) {
    return depth == 0 ? new IllegalStateException("outer", cause) : deep(depth - 1, cause);
  }

  @Test
  void should_end_with_causes_that_go_round_in_a_circle() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));
    one.addSuppressed(new Exception("three", one));

    assertThat(LoggedFailure.of(one).abbreviated()).hasSizeLessThan(20_000);
    assertThat(printed(LoggedFailure.of(one))).contains("one", "two", "three");
  }
}
