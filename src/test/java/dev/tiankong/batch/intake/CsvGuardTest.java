package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.SubmittedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No spreadsheet computes a field, and every field comes back as it was. */
class CsvGuardTest {

  /** What the guard looks for, what CSV quotes, and a little that is neither. */
  private static final List<String> PIECES =
      List.of(
          "'", "'", "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", " ", "\u00A0",
          "\u3000", "\u2009", "\u200B", "\uFEFF", "\"", ",", ";", "1", "北", "[MASK]", "😀");

  private static final long SEED = 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "\r\n=1",
        " =1",
        "\u00A0=1",
        "\u3000-1",
        "\u200B=1",
        "\uFEFF=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "\u3000＝1",
        "'=1",
        "' =1",
        "''＝1"
      })
  void should_put_an_apostrophe_before_whatever_could_be_a_formula(String field) {
    assertThat(CsvGuard.ON.addedTo(field)).isEqualTo("'" + field);
    assertThat(CsvGuard.ON.removedFrom("'" + field)).isEqualTo(field);
    assertThat(CsvGuard.OFF.addedTo(field)).isEqualTo(field);
    assertThat(CsvGuard.OFF.removedFrom("'" + field)).isEqualTo("'" + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'", "1", "北=京", "'tis", "' 1", "——他说", "\u3000\u3000床前", "1-5"})
  void should_leave_everything_else_as_it_is(String field) {
    assertThat(CsvGuard.ON.addedTo(field)).isEqualTo(field);
    assertThat(CsvGuard.ON.removedFrom(field)).isEqualTo(field);
  }

  @ParameterizedTest
  @EnumSource
  void should_read_every_field_as_it_was_before_it_was_exported(CsvGuard guard) throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      String id = field(random);
      String text = field(random);
      String name = "x" + field(random);
      // A row of empty fields is passed over.
      String other = field(random) + "x";
      String table =
          CSVFormat.RFC4180.format("id", "text", guard.addedTo(name))
              + "\r\n"
              + CSVFormat.RFC4180.format(
                  guard.addedTo(id), guard.addedTo(text), guard.addedTo(other));

      SubmittedText read =
          ReadBody.of(
                  new CsvFormat(),
                  table.getBytes(StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8,
                  guard)
              .texts()
              .get(0);

      assertThat(List.of(read.customId(), read.text())).as(table).containsExactly(id, text);
      assertThat(ReadBody.json(read.input()).getString(name)).as(table).isEqualTo(other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void should_take_away_what_it_added_and_nothing_else(CsvGuard guard) {
    Random random = new Random(SEED);
    for (int round = 0; round < 200_000; round++) {
      String field = field(random);
      String guarded = guard.addedTo(field);

      assertThat(guard.removedFrom(guarded)).isEqualTo(field);
      assertThat(guarded).isIn(field, "'" + field);
    }
  }

  /** Of up to six pieces. */
  private static String field(Random random) {
    StringBuilder field = new StringBuilder();
    for (int left = random.nextInt(7); left > 0; left--) {
      field.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return field.toString();
  }

  @Test
  void should_read_the_names_of_columns_as_they_were() throws IOException {
    assertThat(ReadBody.of(new CsvFormat(), "text,'=a,''-b\n北[MASK],1,2\n").texts().get(0).input())
        .isEqualTo("{\"=a\":\"1\",\"'-b\":\"2\"}");
  }
}
