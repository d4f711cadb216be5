package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  private static final String TEXT = "北\u0085京\u2028[MASK]\u2029\n\r\u000B\f\u001C\u001D\u001E。";

  @Test
  void should_be_one_line_for_every_reader() {
    String json = JsonText.of(members -> members.write("text", TEXT));

    // As String.splitlines() of Python has it.
    assertThat(json.split("[\n\r\u000B\f\u001C-\u001E\u0085\u2028\u2029]")).hasSize(1);
    assertThat(JsonBody.object(json).getString("text")).isEqualTo(TEXT);
  }

  @Test
  void should_leave_numbers_as_they_were_written() {
    String json = "{\"a\":1e3,\"b\":-0,\"c\":[1.50,1E+2,0.0]}";

    assertThat(JsonBody.object(json)).hasToString(json);
    assertThat(JsonText.of(members -> members.write("again", JsonBody.object(json))))
        .isEqualTo("{\"again\":%s}".formatted(json));
  }
}
