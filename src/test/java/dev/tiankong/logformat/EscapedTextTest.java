package dev.tiankong.logformat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTextTest {

  @ParameterizedTest
  @CsvSource({
    "中国 😀 [MASK] \\ é, 中国 😀 [MASK] \\ é",
    "'a\nb\r\tc', a\\nb\\r\\tc",
    "'\u001b[2J\u0007\u007f', '\\u001b[2J\\u0007\\u007f'",
    "'\u0085\u2028\u2029', '\\u0085\\u2028\\u2029'",
    "'\u202etxt.exe\u2066\ufeff\u200b', '\\u202etxt.exe\\u2066\\ufeff\\u200b'",
    "'\ud83d', '\\ud83d'",
    "'\udb40\udc01', '\\udb40\\udc01'"
  })
  void should_write_what_is_not_seen_as_escapes(String text, String line) {
    assertThat(EscapedText.line(text)).isEqualTo(line);
  }

  @Test
  void should_keep_a_stack_trace_and_indent_it() {
    String trace =
        "2026-01-01 WARN [a] It failed: java.lang.A: x\n\tat b(C.java:1)\nCaused by: D\n\tat e\n";

    assertThat(EscapedText.record(trace, new IllegalStateException()))
        .isEqualTo(trace.replace("\nCaused", "\n\tCaused"));
  }

  @Test
  void should_let_no_exception_forge_a_line_of_its_stack_trace() {
    Exception cause = new IllegalStateException("x\n\tat forged(Line.java:1)\n2026-01-01 WARN");
    Exception thrown = new IllegalStateException("y\u001b[2J", cause);
    thrown.addSuppressed(new IllegalArgumentException("z\nforged"));
    cause.addSuppressed(thrown);
    String trace =
        "It failed: %s\n\tat a\nCaused by: %s\n\tat b\n\tSuppressed: %s\n"
            .formatted(thrown, cause, thrown.getSuppressed()[0]);

    assertThat(EscapedText.record(trace, thrown).lines())
        .containsExactly(
            "It failed: java.lang.IllegalStateException: y\\u001b[2J",
            "\tat a",
            "\tCaused by: java.lang.IllegalStateException:"
                + " x\\n\\tat forged(Line.java:1)\\n2026-01-01 WARN",
            "\tat b",
            "\tSuppressed: java.lang.IllegalArgumentException: z\\nforged");
  }
}
