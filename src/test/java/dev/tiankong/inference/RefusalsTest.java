package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.Outcome.Reason;
import dev.tiankong.inference.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @Test
  void should_accept_a_text_with_a_mask() {
    assertThat(Refusals.of("天高任鸟[MASK]。")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void should_refuse_a_text_without_a_character(String text) {
    assertThat(Refusals.of(text)).map(Refused::reason).contains(Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[MACK]",
        "[mask]",
        "[Mask]",
        "[MASK",
        "[MASk ]",
        "【MASK】",
        "[ MASK ]",
        "[MAKS]",
        "[MSAK]",
        "[MSK]",
        "[MASKS]",
        "<mask>",
        "［ＭＡＳＫ］",
        "(MASK)"
      })
  void should_ask_whether_a_near_miss_was_meant(String nearMiss) {
    assertThat(Refusals.of("春风又" + nearMiss + "江南岸"))
        .map(Refused::message)
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .endsWith("found \"%s\": did you mean \"[MASK]\"?".formatted(nearMiss)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"春风又绿江南岸", "a [NOTE] here", "(TASKS)", "[CLS]", "[江南岸]", "[MASKING]", "[", "MASK"})
  void should_otherwise_say_how_to_mark_a_blank(String text) {
    assertThat(Refusals.of(text))
        .contains(new Refused(Reason.NO_MASK, "The text has no blank. Mark each one with [MASK]."));
  }
}
