package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[MASK]",
        "__",
        "________",
        "＿",
        "＿＿＿",
        "（ ）",
        "（）",
        "( )",
        "(  )",
        "（　　）",
        "(　）",
        "（\u00a0）",
        "（\u2002\u2003）",
        "(\u2009)",
        "【　】",
        "「　」",
        "『 』",
        "〔　〕",
        "﹍﹍",
        "﹏﹏﹏",
        "□"
      })
  void should_know_what_people_write_for_a_blank(String spelling) {
    Blanks blanks = loose("𠮷春风" + spelling + "绿" + spelling + "。");
    assertThat(blanks.masked()).isEqualTo("𠮷春风[MASK]绿[MASK]。");
    int length = spelling.length();
    assertThat(blanks.positions()).containsExactly(3, 4 + length);
    assertThat(blanks.lengths()).containsExactly(length, length);
    assertThat(blanks.fill(List.of("又", "了"))).isEqualTo("𠮷春风又绿了。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_",
        "snake_case",
        "main()",
        "（又）",
        "[ ]",
        "［　］",
        "【】",
        "「又」",
        "https://example.com/foo__bar",
        "__init__",
        "a__",
        "__a",
        "_____b",
        "——",
        "……"
      })
  void should_leave_alone_what_means_something_else(String text) {
    assertThat(loose(text).isEmpty()).isTrue();
  }

  @Test
  void should_take_each_box_for_a_character_and_a_line_for_a_blank() {
    assertThat(loose("□□____").masked()).isEqualTo("[MASK][MASK][MASK]");
  }

  @Test
  void should_know_one_spelling_unless_told_otherwise() {
    Blanks blanks = Blanks.in("____[MASK]（ ）", FillOptions.top(1));
    assertThat(blanks.positions()).containsExactly(4);
    assertThat(blanks.fill(List.of("又"))).isEqualTo("____又（ ）");
  }

  private static Blanks loose(String text) {
    return Blanks.in(text, new FillOptions(1, List.of(), CandidateKind.ANY, true));
  }
}
