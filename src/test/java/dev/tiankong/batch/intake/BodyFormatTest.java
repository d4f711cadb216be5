package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the formats have in common, and what each makes of its own mistakes. */
class BodyFormatTest {

  private static final BodyFormat JSON = new JsonFormat();
  private static final BodyFormat NDJSON = new NdjsonFormat();
  private static final BodyFormat CSV = new CsvFormat();
  private static final BodyFormat PLAIN = new PlainFormat();

  @Test
  void should_read_the_same_texts_from_every_format() throws IOException {
    List<SubmittedText> texts = List.of(SubmittedText.of("北[MASK]"), SubmittedText.of("南\"[MASK]"));

    assertThat(read(JSON, "[\"北[MASK]\", \"南\\\"[MASK]\"]")).isEqualTo(texts);
    assertThat(read(NDJSON, "\"北[MASK]\"\n{\"text\": \"南\\\"[MASK]\"}\n")).isEqualTo(texts);
    assertThat(read(CSV, "text\n北[MASK]\n\"南\"\"[MASK]\"\n")).isEqualTo(texts);
    assertThat(read(PLAIN, "北[MASK]\r\n\n南\"[MASK]")).isEqualTo(texts);
  }

  @Test
  void should_keep_what_stands_beside_a_text() throws IOException {
    SubmittedText item = item("北[MASK]", "a-1", "{\"city\":\"北京\",\"n\":\"7\"}");

    ReadBody document =
        ReadBody.of(
            JSON,
            "{\"topK\": 3, \"items\": [{\"id\": \"a-1\", \"city\": \"北京\", \"n\": \"7\","
                + " \"text\": \"北[MASK]\"}]}");
    assertThat(document.texts()).containsExactly(item);
    assertThat(document.options().getInt("topK")).isEqualTo(3);
    assertThat(
            read(
                NDJSON, "{\"text\": \"北[MASK]\", \"id\": \"a-1\", \"city\": \"北京\", \"n\": \"7\"}"))
        .containsExactly(item);
    assertThat(read(CSV, "city,id,text,n\n北京,a-1,北[MASK],7\n")).containsExactly(item);
  }

  @Test
  void should_know_in_which_line_a_text_stands() throws IOException {
    assertThat(lines(JSON, "[\n\"北[MASK]\",\n\n {\"text\": \"南[MASK]\"}]")).containsExactly(2, 4);
    assertThat(lines(NDJSON, "\n\"北[MASK]\"\n\n\"南[MASK]\"")).containsExactly(2, 4);
    assertThat(lines(CSV, "text,note\n北[MASK],\"a\nb\"\n南[MASK],\n")).containsExactly(3, 4);
    assertThat(lines(PLAIN, "\n北[MASK]\n\n南[MASK]")).containsExactly(2, 4);
  }

  @Test
  void should_take_a_number_for_a_name() throws IOException {
    assertThat(read(NDJSON, "{\"text\": \"北[MASK]\", \"id\": 17}"))
        .containsExactly(item("北[MASK]", "17", null));
    for (String number : List.of("1e3", "-0", "1.50", "1E+2", "0.0")) {
      assertThat(
              read(
                  JSON, "[{\"text\": \"北[MASK]\", \"id\": %1$s, \"n\": [%1$s]}]".formatted(number)))
          .containsExactly(item("北[MASK]", number, "{\"n\":[%s]}".formatted(number)));
    }
  }

  @Test
  void should_pass_over_the_mark_that_spreadsheets_begin_with() throws IOException {
    assertThat(read(CSV, "\uFEFFtext\n北[MASK]\n")).containsExactly(SubmittedText.of("北[MASK]"));
    for (String name : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
      Charset charset = Charset.forName(name);
      assertThat(marked(PLAIN, "北[MASK]", charset)).containsExactly(SubmittedText.of("北[MASK]"));
      assertThat(marked(CSV, "text\n北[MASK]\n", charset))
          .containsExactly(SubmittedText.of("北[MASK]"));
    }
    assertThat(marked(JSON, "[\"北[MASK]\"]", StandardCharsets.UTF_8))
        .containsExactly(SubmittedText.of("北[MASK]"));
    assertThat(marked(NDJSON, "\"北[MASK]\"\n", StandardCharsets.UTF_8))
        .containsExactly(SubmittedText.of("北[MASK]"));
  }

  @Test
  void should_refuse_a_table_without_texts() {
    assertThatThrownBy(() -> read(CSV, "id,sentence\n1,北[MASK]\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("id, sentence");
    assertThatThrownBy(() -> read(CSV, "text,text\n1,北[MASK]\n")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read(CSV, "")).isInstanceOf(Refusal.class);
  }

  @Test
  void should_refuse_a_damaged_character() {
    assertThatThrownBy(
            () -> ReadBody.of(PLAIN, new byte[] {(byte) 0xD6, '\n'}, StandardCharsets.UTF_8))
        .isInstanceOf(Refusal.class)
        .hasMessage("Line 1 is not valid UTF-8.");
  }

  @Test
  void should_read_another_charset() throws IOException {
    Charset gbk = Charset.forName("GBK");
    assertThat(ReadBody.of(CSV, "text\n北[MASK]\n".getBytes(gbk), gbk).withoutLines())
        .containsExactly(SubmittedText.of("北[MASK]"));
  }

  @Test
  void should_not_keep_in_memory_what_never_ends() {
    String endless = "\"" + "长".repeat(1_100_000);

    for (BodyFormat format : List.of(JSON, NDJSON, CSV, PLAIN)) {
      assertThatThrownBy(() -> read(format, format == JSON ? "[" + endless : endless))
          .as(format.toString())
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("1000000 characters");
    }
  }

  @Test
  void should_fail_a_text_alone_that_is_too_long() throws IOException {
    String longest = "😀".repeat(100);
    String longer = longest + "长";

    for (BodyFormat format : List.of(NDJSON, JSON, CSV, PLAIN)) {
      String body =
          switch (format.mediaTypes().get(0)) {
            case "application/json" -> "[\"北[MASK]\", \"%s\", \"%s\"]";
            case "text/csv" -> "text\n北[MASK]\n%s\n%s\n";
            case "text/plain" -> "北[MASK]\n%s\n%s\n";
            default -> "\"北[MASK]\"\n\"%s\"\n\"%s\"\n";
          };
      assertThat(read(format, body.formatted(longest, longer)))
          .containsExactly(
              SubmittedText.of("北[MASK]"),
              SubmittedText.of(longest),
              new SubmittedText(
                  longest + "…",
                  new ItemError(
                      ItemErrorCode.TOO_LONG,
                      Sentence.of(
                              "characters",
                              "The text has {found} characters, but at most {most} are allowed: split it.")
                          .with("found", 101)
                          .with("most", 100)),
                  null,
                  null,
                  1));
    }
  }

  @Test
  void should_refuse_a_text_too_many() {
    assertThatThrownBy(() -> read(PLAIN, "长\n".repeat(11)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("at most 10 texts");
  }

  private static List<SubmittedText> read(BodyFormat format, String body) throws IOException {
    return ReadBody.of(format, body).withoutLines();
  }

  private static List<SubmittedText> marked(BodyFormat format, String body, Charset charset)
      throws IOException {
    return ReadBody.of(format, ("\uFEFF" + body).getBytes(charset), charset).withoutLines();
  }

  private static List<Integer> lines(BodyFormat format, String body) throws IOException {
    return ReadBody.of(format, body).lines();
  }

  private static SubmittedText item(String text, String id, String input) {
    return new SubmittedText(text, null, id, input, 1);
  }
}
