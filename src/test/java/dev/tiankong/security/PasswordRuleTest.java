package dev.tiankong.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final String USER = "wang.xiaoming";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "            "             | repeats itself
          "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0" | repeats itself
          password1234               | common passwords
          ｐａｓｓｗｏｒｄ１２３４       | common passwords
          P@ssw0rd1234               | common passwords
          iloveyouforever            | common passwords
          correct horse battery staple | common passwords
          123456789012               | common passwords
          abcdefghijkl               | sequence
          abcdabcdabcd               | repeats itself
          我我我我我我我我我我我我       | repeats itself
          静夜思静夜思静夜思静夜思       | repeats itself
          wang.xiaomingwang.xiaoming | user or product name
          Xiaoming2026               | user or product name
          tiankongtiankong           | user or product name
          填空填空填空填空填空填空       | user or product name
          Tiankong2026!              | user or product name
          """)
  void should_refuse_what_is_tried_first_and_say_why(String password, String reason) {
    assertThatThrownBy(() -> PasswordRule.check(password, USER))
        .isInstanceOfSatisfying(
            Refusal.class,
            refused -> {
              assertThat(refused.code().id()).isEqualTo("weak-password");
              assertThat(refused).hasMessageContaining(reason);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moon before the bed",
        "twelve or more",
        "床前明月光疑是地上霜举头望明月",
        "天空很蓝我喜欢骑自行车上班",
        "k8#fQ2!mZp0w",
        "kxwfymzpvwqa",
        // A name in it does no harm as long as there is enough beside it.
        "xiaoming rides a green bicycle"
      })
  void should_take_any_kind_of_characters_and_words(String password) {
    PasswordRule.check(password, USER);
  }

  @Test
  void should_judge_the_longest_password_at_all() {
    PasswordRule.check("4@8({[</369&#!1/|0$5+7%2".repeat(6).substring(0, 128), USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"only eleven", "床前明月光疑是地上霜举"})
  void should_refuse_what_is_too_short(String password) {
    assertThatThrownBy(() -> PasswordRule.check(password, USER))
        .hasMessageContaining("12 to 128 characters");
  }

  @Test
  void should_count_characters_not_units_of_utf_16() {
    assertThatThrownBy(() -> PasswordRule.check("\ud834\udd1e".repeat(11), USER))
        .hasMessageContaining("12 to 128 characters");
  }
}
