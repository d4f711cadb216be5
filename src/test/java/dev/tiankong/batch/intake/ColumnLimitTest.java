package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The names beside the texts of a batch are few and short, whatever it is written in. */
class ColumnLimitTest {

  private static final BodyFormat JSON = new JsonFormat();
  private static final BodyFormat NDJSON = new NdjsonFormat();
  private static final BodyFormat CSV = new CsvFormat();

  @Test
  void should_take_as_many_names_as_a_batch_may_have() throws IOException {
    String item = "{\"text\": \"北[MASK]\", \"id\": 1, %s}".formatted(members(1, 5));

    assertThat(read(NDJSON, item + "\n" + item).texts()).hasSize(2);
    assertThat(read(JSON, "[%s,%s]".formatted(item, item)).texts()).hasSize(2);
    assertThat(read(CSV, "text,id,%s\n北[MASK],1,1,2,3,4,5\n".formatted(names(5))).texts())
        .hasSize(1);
  }

  @Test
  void should_refuse_a_text_with_one_name_too_many() {
    String item = "{\"text\": \"北[MASK]\", %s}".formatted(members(1, 6));

    assertTooMany(NDJSON, "\"北[MASK]\"\n" + item, 2);
    assertTooMany(JSON, "[\"北[MASK]\",\n\n" + item + "]", 3);
    assertTooMany(CSV, "text,%s\n".formatted(names(6)), 1);
  }

  @Test
  void should_refuse_texts_with_too_many_names_together() {
    String items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> "{\"text\": \"北[MASK]\", %s}".formatted(members(i, i)))
            .collect(Collectors.joining("\n"));

    assertTooMany(NDJSON, items, 6);
    assertTooMany(JSON, "[%s]".formatted(items.replace("\n", ",\n")), 6);
  }

  @Test
  void should_count_the_names_of_what_is_no_text_too() {
    assertTooMany(NDJSON, "{\"text\": null, %s}".formatted(members(1, 6)), 1);
  }

  @Test
  void should_refuse_a_name_that_is_too_long() throws IOException {
    String name = "名".repeat(1_000);
    String longer = name + "字";

    assertThat(read(NDJSON, "{\"text\": \"北[MASK]\", \"%s\": 1}".formatted(name)).texts())
        .hasSize(1);
    assertProblem(
        NDJSON,
        "\n{\"text\": \"北[MASK]\", \"%s\": 1}".formatted(longer),
        "column-name-too-long",
        "Line 2 has a name of more than 1000 characters (\"%s…\")".formatted("名".repeat(20)));
    assertProblem(
        JSON,
        "[{\"text\": \"北[MASK]\", \"%s\": 1}]".formatted(longer),
        "column-name-too-long",
        "Line 1");
    assertProblem(CSV, "text,%s\n".formatted(longer), "column-name-too-long", "Line 1");
  }

  private static void assertTooMany(BodyFormat format, String body, int line) {
    assertProblem(
        format,
        body,
        "too-many-columns",
        "Line %d has one name too many, \"c6\": besides \"text\" and \"id\", the texts of a batch can have 5 different names."
            .formatted(line));
  }

  private static void assertProblem(BodyFormat format, String body, String code, String message) {
    assertThatThrownBy(() -> read(format, body))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code().status()).isEqualTo(422);
              assertThat(e.code().id()).isEqualTo(code);
              assertThat(e).hasMessageStartingWith(message);
            });
  }

  private static String members(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj("\"c%d\": \"v\""::formatted)
        .collect(Collectors.joining(", "));
  }

  private static String names(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("c%d"::formatted)
        .collect(Collectors.joining(","));
  }

  private static ReadBody read(BodyFormat format, String body) throws IOException {
    return ReadBody.of(format, body);
  }
}
