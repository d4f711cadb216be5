package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.FillOutcome.Reason;
import dev.tiankong.inference.FillOutcome.Refused;
import dev.tiankong.wording.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private static final FillOptions STRICT = FillOptions.top(1);
  private static final FillOptions LOOSE = new FillOptions(1, List.of(), CandidateKind.ANY, true);

  @Test
  void should_accept_a_text_with_a_mask() {
    assertThat(Refusals.of("天高任鸟[MASK]。", STRICT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void should_refuse_a_text_without_a_character(String text) {
    assertThat(Refusals.of(text, STRICT)).map(Refused::reason).contains(Reason.EMPTY);
  }

  @Test
  void should_accept_other_spellings_where_they_are_allowed() {
    assertThat(Refusals.of("天高任鸟____。", LOOSE)).isEmpty();
    assertThat(Refusals.of("天高任鸟飞。", LOOSE)).map(Refused::reason).contains(Reason.NO_MASK);
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
        "(MASK)",
        "____",
        "（　）",
        "＿"
      })
  void should_ask_whether_a_near_miss_was_meant(String nearMiss) {
    assertThat(Refusals.of("春风又" + nearMiss + "江南岸", STRICT))
        .map(Refused::sentence)
        .hasValueSatisfying(
            sentence -> {
              assertThat(sentence.text())
                  .endsWith("found \"%s\": did you mean \"[MASK]\"?".formatted(nearMiss));
              assertThat(sentence.values().getString("found")).isEqualTo(nearMiss);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"春风又绿江南岸", "a [NOTE] here", "(TASKS)", "[CLS]", "[江南岸]", "[MASKING]", "[", "MASK"})
  void should_otherwise_say_how_to_mark_a_blank(String text) {
    assertThat(Refusals.of(text, STRICT))
        .contains(
            new Refused(
                Reason.NO_MASK, Sentence.of("The text has no blank. Mark each one with [MASK].")));
  }
}
