package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake fails alone where that can be, and is told where it stands where it cannot. */
class BrokenBodyTest {

  private static final BodyFormat JSON = new JsonFormat();
  private static final BodyFormat NDJSON = new NdjsonFormat();
  private static final BodyFormat CSV = new CsvFormat();

  @Test
  void should_fail_a_line_alone_that_is_broken() throws IOException {
    List<SubmittedText> lines = read(NDJSON, "\"北[MASK]\"\n\n{\"text\": \n17\n");

    assertThat(lines)
        .extracting(SubmittedText::text)
        .containsExactly("北[MASK]", "{\"text\": ", "17");
    assertThat(lines.get(1).error()).isEqualTo(brokenLine(3));
    assertThat(lines.get(2).error().code()).isEqualTo("NOT_A_STRING");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void should_fail_a_line_alone_that_no_parser_takes(String line) throws IOException {
    List<SubmittedText> lines = read(NDJSON, "\"北[MASK]\"\n" + line + "\n\"南[MASK]\"\n");

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).error()).isEqualTo(brokenLine(2));
    assertThat(lines.get(2)).isEqualTo(item("南[MASK]", null, null, null, 3));
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "{\"text\": \"北[MASK]\", \"n\": " + "9".repeat(1_200) + "}",
        "{\"text\": \"北[MASK]\", \"n\": 1e99999999999}",
        "{\"text\": \"北[MASK]\", \"n\": " + "[".repeat(1_200) + "]".repeat(1_200) + "}",
        "[".repeat(1_200) + "]".repeat(1_200),
        "{\"text\": \"北[MASK]\"}{\"text\": \"广[MASK]\"}",
        "{\"text\": \"北[MASK]\"}, ",
        "\"北[MASK]\" \"广[MASK]\"",
        "\"北[MASK]\" 等");
  }

  @Test
  void should_refuse_a_document_with_a_number_that_no_parser_takes() {
    assertThatThrownBy(() -> read(JSON, "{\"texts\": [\"北[MASK]\"], \"topK\": 1e99999999999}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("number");
  }

  @Test
  void should_refuse_an_object_that_has_a_member_twice_and_say_where() {
    assertDuplicate(
        NDJSON, "\"北[MASK]\"\n\n{\"text\": \"南[MASK]\", \"text\": \"西[MASK]\"}", "text", 3);
    assertDuplicate(NDJSON, "{\"text\": \"南[MASK]\", \"a\": [{\"b\": {}, \"b\": 1}]}", "b", 1);
    assertDuplicate(JSON, "[\n{\"text\": \"南[MASK]\",\n \"id\": 1, \"\\u0069d\": 2}]", "id", 3);
    assertDuplicate(JSON, "{\"topK\": 1, \"texts\": [\"南[MASK]\"],\n\"topK\": 2}", "topK", 2);
    assertDuplicate(JSON, "[[{\"a\": 1, \"a\": 2}]]", "a", 1);
  }

  private static void assertDuplicate(BodyFormat format, String body, String name, int line) {
    assertThatThrownBy(() -> read(format, body))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code().status()).isEqualTo(400);
              assertThat(e.code().id()).isEqualTo("duplicate-member");
              assertThat(e)
                  .hasMessage(
                      "An object has two members \"%s\" (line %d): keep only one."
                          .formatted(name, line));
            });
  }

  @Test
  void should_take_members_of_one_name_in_different_objects() throws IOException {
    assertThat(
            read(JSON, "[{\"text\": \"北[MASK]\", \"a\": {\"text\": {\"a\": 1}, \"b\": [{}, {}]}}]"))
        .containsExactly(
            item("北[MASK]", null, null, "{\"a\":{\"text\":{\"a\":1},\"b\":[{},{}]}}", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text,text\n", "text,a,a\n", "text,,a\n"})
  void should_refuse_a_table_whose_columns_cannot_be_told_apart(String table) {
    assertThatThrownBy(() -> read(CSV, table + "北[MASK],1,2\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageMatching(
            "The first line has two columns \"\\w+\"\\.|Column 2 has no name in the first line\\.");
  }

  @Test
  void should_pass_over_the_empty_columns_and_rows_of_a_spreadsheet() throws IOException {
    assertThat(read(CSV, "id,text,,\n1,北[MASK],,\n,,,\n2,南[MASK],,\n,,\n"))
        .containsExactly(item("北[MASK]", null, "1", null, 2), item("南[MASK]", null, "2", null, 4));
    assertThat(read(CSV, "id,text\n1,北[MASK],\n"))
        .containsExactly(item("北[MASK]", null, "1", null, 2));
    assertThat(read(CSV, "id,text,\n1,北[MASK],x\n").get(0).error().message())
        .isEqualTo("Record 1 has 3 fields, but there are 2 columns.");
  }

  @Test
  void should_say_that_a_table_is_empty() {
    assertThatThrownBy(() -> read(CSV, "\n\n"))
        .hasMessage(
            "The table is empty: its first line must name the columns, one of them \"text\".");
  }

  @Test
  void should_fail_a_record_alone_that_has_other_columns() throws IOException {
    List<SubmittedText> records = read(CSV, "id,text,note\na,北[MASK]\nb,南[MASK],x\nc\n");

    assertThat(records)
        .containsExactly(
            item("北[MASK]", columns(1, 2), "a", null, 2),
            item("南[MASK]", null, "b", "{\"note\":\"x\"}", 3),
            item("", columns(3, 1), "c", null, 4));
    assertThat(read(CSV, "note,text\nx,北[MASK],y\n").get(0).input()).isEqualTo("{\"note\":\"x\"}");
  }

  private static ItemError brokenLine(int number) {
    return new ItemError(
        ItemErrorCode.INVALID_LINE,
        Sentence.of("not-json", "Line {line} is not valid JSON.").with("line", number));
  }

  private static ItemError columns(int record, int fields) {
    return new ItemError(
        ItemErrorCode.INVALID_LINE,
        Sentence.of(
                "columns", "Record {record} has {found} fields, but there are {columns} columns.")
            .with("record", record)
            .with("found", fields)
            .with("columns", 3));
  }

  @Test
  void should_keep_of_a_failed_record_what_a_database_can_keep() throws IOException {
    List<SubmittedText> records =
        read(CSV, "text,note\n北\0[MASK]\n%s\n".formatted("长".repeat(200)));

    assertThat(records.get(0).text()).isEqualTo("北\uFFFD[MASK]");
    assertThat(records.get(0).error().code()).isEqualTo("INVALID_LINE");
    assertThat(records.get(1).text()).isEqualTo("长".repeat(100) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "17", "[\"北[MASK]\"]"})
  void should_hand_back_what_stands_beside_something_that_is_no_text(String text)
      throws IOException {
    String object = "{\"id\": \"a7\", \"text\": %s, \"author\": \"李白\"}".formatted(text);

    for (SubmittedText failed :
        List.of(read(NDJSON, object).get(0), read(JSON, "[" + object + "]").get(0))) {
      assertThat(failed.error().code()).isEqualTo("NOT_A_STRING");
      assertThat(failed.customId()).isEqualTo("a7");
      assertThat(failed.input()).isEqualTo("{\"author\":\"李白\"}");
    }
  }

  @Test
  void should_say_which_member_an_object_lacks() throws IOException {
    SubmittedText item = read(JSON, "[{\"prompt\": \"北[MASK]\"}]").get(0);

    assertThat(item.error().code()).isEqualTo("NOT_A_STRING");
    assertThat(item.error().message())
        .isEqualTo("The object has no member \"text\": write {\"text\": \"…[MASK]…\"}.");
    assertThat(item.error().parameters().getString("reason")).isEqualTo("missing");
    assertThat(item.input()).isEqualTo("{\"prompt\":\"北[MASK]\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"texts\": [\"北[MASK]\"], \"items\": null, \"topK\": null}",
        "{\"texts\": [\"北[MASK]\"], \"items\": []}",
        "{\"texts\": [], \"items\": [\"北[MASK]\"]}",
        "{\"texts\": null, \"items\": [\"北[MASK]\"]}"
      })
  void should_take_null_and_an_empty_list_for_what_is_left_out(String body) throws IOException {
    assertThat(read(JSON, body)).containsExactly(SubmittedText.of("北[MASK]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"texts\": [\"北[MASK]\"], \"items\": [\"南[MASK]\"]}",
        "{\"texts\": null}",
        "{\"texts\": \"北[MASK]\", \"items\": [\"南[MASK]\"]}"
      })
  void should_refuse_texts_that_are_no_list_or_two(String body) {
    assertThatThrownBy(() -> read(JSON, body))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"texts\"");
  }

  @Test
  void should_hand_back_an_id_that_is_no_name() throws IOException {
    assertThat(read(JSON, "[{\"text\": \"北[MASK]\", \"id\": {\"poem\": 7}}]"))
        .containsExactly(item("北[MASK]", null, null, "{\"id\":{\"poem\":7}}", 1));
    assertThat(read(JSON, "[{\"text\": \"北[MASK]\", \"id\": null}]"))
        .containsExactly(item("北[MASK]", null, null, null, 1));
  }

  @Test
  void should_read_a_quotation_at_the_beginning_of_a_field_as_spreadsheets_do() throws IOException {
    assertThat(read(CSV, "text,id\n\"北京\"的首都[MASK],a\n南[MASK],b\n"))
        .containsExactly(
            item("北京的首都[MASK]", null, "a", null, 2), item("南[MASK]", null, "b", null, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,text\na,北[MASK]\nb,\"南[MASK]\nc,西[MASK]\n", "id,\n\"text"})
  void should_say_where_a_quotation_begins_that_does_not_end(String table) {
    assertThatThrownBy(() -> read(CSV, table))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("line");
  }

  private static List<SubmittedText> read(BodyFormat format, String body) throws IOException {
    return ReadBody.of(format, body).texts();
  }

  private static SubmittedText item(
      String text, ItemError error, String id, String input, int line) {
    return new SubmittedText(text, error, id, input, line);
  }
}
