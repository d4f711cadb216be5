package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.request.FormBody;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

  private static final List<BodyFormat> FORMATS =
      List.of(new JsonFormat(), new NdjsonFormat(), new CsvFormat(), new PlainFormat());

  @ParameterizedTest
  @CsvSource({
    "verses.json, text/plain, application/json",
    "verses.json, application/octet-stream, application/json",
    "verses.JSON, , application/json",
    "verses.json, application/json, application/json",
    "verses.jsonl, application/ndjson, application/ndjson",
    "verses.csv, application/vnd.ms-excel, text/csv",
    "verses.csv, Text/Plain, text/csv",
    "verses.csv.gz, text/plain, text/csv",
    "verses.csv, Text/CSV, Text/CSV",
    "verses.txt, text/csv, text/csv",
    "verses.txt, application/octet-stream, text/plain",
    "verses, text/csv, text/csv",
    "verses.doc, application/msword, application/msword"
  })
  void should_go_by_what_says_more(String name, String type, String expected) {
    assertThat(of(name, type).type().isCompatible(type(expected))).isTrue();
  }

  @Test
  void should_keep_the_charset_whatever_the_name_says() {
    MediaType gbk = new MediaType("text", "plain", "GBK");

    assertThat(FileType.of(part("verses.csv", null), gbk, FileTypeTest::format).type())
        .isEqualTo(new MediaType("text", "csv", "GBK"));
  }

  @ParameterizedTest
  @CsvSource({"verses.json, text/csv", "verses.csv.gz, application/json", "a.jsonl, text/csv"})
  void should_refuse_a_name_that_contradicts_the_type(String name, String type) {
    assertThatThrownBy(() -> of(name, type))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "The file \"%s\" has the type %s, which does not match its name: change one of them."
                .formatted(name, type));
  }

  private static FileType of(String name, String type) {
    return FileType.of(part(name, type), type(type), FileTypeTest::format);
  }

  private static FormBody.Part part(String name, String type) {
    return new FormBody.Part(name, type, null, InputStream.nullInputStream());
  }

  /** {@code MediaType.valueOf} needs a server. */
  private static MediaType type(String type) {
    String[] parts = type == null ? new String[] {"application", "octet-stream"} : type.split("/");
    return new MediaType(parts[0], parts[1]);
  }

  private static Optional<String> format(MediaType type) {
    return FORMATS.stream()
        .filter(format -> format.reads(type))
        .map(BodyFormat::mediaTypes)
        .flatMap(types -> Stream.of(types.get(0)))
        .findFirst();
  }
}
