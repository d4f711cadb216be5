package dev.tiankong.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsSpecificationTest {

  private enum Case {
    LOWER,
    UPPER
  }

  private static final Option<Integer> TIMES =
      new Option<>("times", OptionType.wholeNumber(1, 9), 2, "How often.");
  private static final Option<List<String>> WORDS =
      new Option<>("words", OptionType.words(3, 4, 8), List.of(), "Which.");
  private static final Option<Case> LETTERS =
      new Option<>("letters", OptionType.oneOf(Case.class), Case.LOWER, "How written.");
  private static final Option<Boolean> STRICT =
      new Option<>("strict", OptionType.flag(), false, "Whether.");

  private static final OptionsSpecification ALL =
      OptionsSpecification.of(Option.MODEL, TIMES, WORDS, LETTERS, STRICT);

  @Test
  void should_fill_in_the_defaults_and_leave_the_rest_to_the_task() {
    TaskOptions options = ALL.read(JsonValue.EMPTY_JSON_OBJECT, List.of());

    assertThat(options.members().toString())
        .isEqualTo("{\"times\":2,\"words\":[],\"letters\":\"lower\",\"strict\":false}");
    assertThat(options.model()).isEmpty();
    assertThat(written(options))
        .isEqualTo(
            "{\"model\":null,\"times\":2,\"words\":[],\"letters\":\"lower\",\"strict\":false}");
  }

  @Test
  void should_give_back_values_in_whatever_order_they_were_kept() {
    TaskOptions options =
        TaskOptions.parse(
            "{\"strict\":true,\"words\":[\"b\",\"a\"],\"times\":3,\"letters\":\"upper\"}");

    assertThat(options.get(TIMES)).isEqualTo(3);
    assertThat(options.get(WORDS)).containsExactly("b", "a");
    assertThat(options.get(LETTERS)).isEqualTo(Case.UPPER);
    assertThat(options.get(STRICT)).isTrue();
    assertThat(written(options.with(Option.MODEL, "m")))
        .isEqualTo(
            "{\"model\":\"m\",\"times\":3,\"words\":[\"b\",\"a\"],\"letters\":\"upper\",\"strict\":true}");
  }

  private static String written(TaskOptions options) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    ALL.write(options, json);
    return json.build().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"time\": 2} | Unknown option \"time\" (known: model, times, words, letters, strict, name).",
        "{\"times\": \"2\"} | \"times\" must be a whole number.",
        "{\"times\": 10} | times must be 1 to 9, not 10.",
        "{\"words\": [\"abcde\"]} | \"words\" must be an array of at most 3 strings of at most 4 characters, 8 in all.",
        "{\"words\": [\"abcd\", \"abcd\", \"a\"]} | \"words\" must be an array of at most 3 strings of at most 4 characters, 8 in all.",
        "{\"words\": [\" \"]} | Each of \"words\" must have a character other than white space.",
        "{\"letters\": \"UPPER\"} | \"letters\" must be \"lower\" or \"upper\".",
        "{\"strict\": \"true\"} | \"strict\" must be true or false.",
        "{\"model\": 1} | \"model\" must be a string."
      })
  void should_refuse_what_it_does_not_allow(String asked, String sentence) {
    JsonObject json = Json.createReader(new StringReader(asked)).readObject();

    assertThatThrownBy(() -> ALL.read(json, List.of("name"))).hasMessage(sentence);
  }

  @Test
  void should_read_a_query_by_the_types() {
    assertThat(TIMES.type().ofText(List.of("3"))).isEqualTo(Json.createValue(3));
    assertThat(TIMES.type().ofText(List.of("three"))).isEqualTo(Json.createValue("three"));
    assertThat(STRICT.type().ofText(List.of("true"))).isEqualTo(JsonValue.TRUE);
    assertThat(WORDS.type().ofText(List.of("a,b", "c"))).hasToString("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void should_describe_itself_as_a_schema() {
    assertThat(TIMES.schema())
        .hasToString(
            "{\"type\":\"integer\",\"minimum\":1,\"maximum\":9,\"default\":2,\"description\":\"How often.\"}");
    assertThat(LETTERS.schema())
        .hasToString(
            "{\"type\":\"string\",\"enum\":[\"lower\",\"upper\"],\"default\":\"lower\",\"description\":\"How written.\"}");
    assertThat(WORDS.schema())
        .hasToString(
            "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":4},\"maxItems\":3,\"description\":\"Which.\"}");
  }

  @Test
  void should_have_one_document_for_all_options_with_the_same_effect() {
    TaskOptions one =
        TaskOptions.parse("{\"model\":\"m\",\"words\":[\"b\",\"a\",\"b\"],\"times\":2}");
    TaskOptions other =
        TaskOptions.parse("{\"model\":\"n\",\"words\":[\"a\",\"b\"],\"strict\":false}");

    assertThat(ALL.canonical(one))
        .hasToString("{\"letters\":\"lower\",\"strict\":false,\"times\":2,\"words\":[\"a\",\"b\"]}")
        .isEqualTo(ALL.canonical(other));
  }
}
