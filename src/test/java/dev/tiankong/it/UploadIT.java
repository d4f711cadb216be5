package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch can be a file, with its options in fields of the same form. */
@ArquillianTest
class UploadIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final String OCTETS = "application/octet-stream";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.json      | application/octet-stream | [\"北[MASK]\", \"广[MASK]\"]",
        "A.JSONL     | application/octet-stream | \"北[MASK]\"\\n{\"text\": \"广[MASK]\"}",
        "a.b.ndjson  | no type                  | \"北[MASK]\"\\n\"广[MASK]\"",
        "a.csv       | application/vnd.ms-excel | text\\n北[MASK]\\n广[MASK]",
        "a.txt       | text/plain               | 北[MASK]\\n广[MASK]",
        "a           | text/csv                 | text\\n北[MASK]\\n广[MASK]",
        "a.csv       | text/plain               | text\\n北[MASK]\\n广[MASK]",
        "a.json      | text/plain               | [\"北[MASK]\", \"广[MASK]\"]"
      })
  void should_know_what_a_file_holds(String name, String type, String content) {
    byte[] bytes = content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

    for (Form form :
        List.of(
            new Form().file(name, type, bytes),
            new Form().file(name + ".gz", type, packed(bytes)))) {
      Answer answer = submit(form);
      assertThat(answer.status()).as(answer.body()).isEqualTo(202);
      assertThat(Items.of(client.get(self(answer) + "/results")))
          .extracting(item -> item.getString("text"))
          .containsExactly("北[MASK]", "广[MASK]");
    }
  }

  @Test
  void should_refuse_a_file_whose_name_contradicts_its_type_and_options_that_are_unclear() {
    byte[] content = "[\"北[MASK]\"]".getBytes(StandardCharsets.UTF_8);

    Answer contradiction = submit(new Form().file("a.json", "text/csv", content));
    assertThat(contradiction.status()).isEqualTo(400);
    assertThat(contradiction.json().getString("detail")).contains("a.json", "text/csv");
    Answer twice =
        submit(new Form().field("topK", "3").field("topK", "5").file("a.txt", Texts.CAPITAL));
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.json().getString("detail")).contains("\"topK\" is given 2 times");
    Answer damaged =
        submit(
            new Form()
                .part("name=\"name\"", "", new byte[] {(byte) 0xD6})
                .file("a.txt", Texts.CAPITAL));
    assertThat(damaged.status()).isEqualTo(400);
    assertThat(damaged.json().getString("detail")).contains("\"name\"", "UTF-8");
  }

  @Test
  void should_take_options_before_the_file_and_behind_it() {
    Form form =
        new Form()
            .field("topK", "2")
            .field("name", "名")
            .field("tags", "a,b")
            .file("x.txt", Texts.CAPITAL)
            .field("targets", "京,平")
            .field("priority", "7");

    Answer answer = client.post(BATCHES + "?name=other", form.body(), form.type());

    JsonObject status = client.finished(self(answer));
    assertThat(status.getString("name")).isEqualTo("名");
    assertThat(status.getInt("priority")).isEqualTo(7);
    assertThat(status.getJsonArray("tags").getValuesAs(JsonString::getString))
        .containsExactly("a", "b");
    JsonObject item = Items.of(client.get(self(answer) + "/results")).get(0);
    assertThat(Items.tokens(Items.predictions(item))).containsExactly("京", "平");
  }

  @Test
  void should_read_a_spreadsheet_in_gbk() {
    byte[] csv = ("text\n" + Texts.CAPITAL).getBytes(Charset.forName("GBK"));

    Answer answer = submit(new Form().file("x.csv", "text/csv; charset=GBK", csv));

    assertThat(Items.of(client.get(self(answer) + "/results")).get(0).getString("text"))
        .isEqualTo(Texts.CAPITAL);
  }

  @Test
  void should_say_what_is_wrong_with_a_file_before_it_is_submitted() {
    Form form = new Form().file("x.csv", "id,text\na,北[MASK]\nb,没有\n");

    JsonObject report = client.post(BATCHES + "?dryRun=true", form.body(), form.type()).json();

    assertThat(report.getInt("total")).isEqualTo(2);
    assertThat(report.getJsonArray("errors").getJsonObject(0).getInt("line")).isEqualTo(3);
  }

  @Test
  void should_give_the_same_batch_for_the_same_key_and_file() {
    String key = UUID.randomUUID().toString();
    String text = Texts.fresh(1).get(0);

    // Each form has a boundary of its own, as each upload of a client has.
    String first = submit(key, new Form().field("topK", "3").file("x.txt", text)).body();
    Answer again = submit(key, new Form().file("x.txt", text).field("topK", "3"));
    Answer otherOption = submit(key, new Form().field("topK", "4").file("x.txt", text));
    Answer otherFile = submit(key, new Form().field("topK", "3").file("x.txt", text + "!"));

    assertThat(again.status()).isEqualTo(202);
    assertThat(first).contains(again.json().getString("id"));
    assertProblem(otherOption, 422, "idempotency-key-reused");
    assertProblem(otherFile, 422, "idempotency-key-reused");
  }

  @Test
  void should_refuse_what_is_no_form_with_one_file() {
    Form none = new Form().field("topK", "2");
    Form two = new Form().file("a.txt", "北[MASK]").file("b.txt", "北[MASK]");
    Form many = new Form();
    for (int i = 0; i < 200; i++) {
      many.field("tags", "a");
    }
    Form whole = new Form().file("a.txt", "北[MASK]\n".repeat(100_000));

    assertProblem(submit(none), 400, "invalid-body");
    assertProblem(submit(two), 400, "invalid-body");
    assertProblem(submit(many.file("a.txt", "北[MASK]")), 400, "invalid-body");
    assertProblem(client.post(BATCHES, whole.cutOff(), whole.type()), 400, "invalid-body");
    assertProblem(client.post(BATCHES, whole.body(), "multipart/form-data"), 400, "invalid-body");
    assertProblem(submit(new Form().file("a.pdf", "北[MASK]")), 415, "unsupported-file-type");
    assertProblem(submit(new Form().file("a.txt.gz", "北[MASK]")), 400, "invalid-body");
    assertProblem(submit(new Form().file("a\0.txt", "北[MASK]")), 400, "invalid-body");
    assertProblem(submit(new Form().file("长".repeat(2000), "北[MASK]")), 400, "invalid-body");
    assertProblem(submit(none.part("", "", new byte[0])), 400, "invalid-body");
    assertProblem(
        submit(new Form().field("topk", "2").file("a.txt", "北[MASK]")), 422, "invalid-options");
    assertProblem(
        submit(new Form().field("name", "n".repeat(70_000)).file("a.txt", "北[MASK]")),
        413,
        "field-too-long");
  }

  @Test
  void should_cut_off_a_file_that_is_too_large_unpacked() {
    int lines = Integer.parseInt(System.getenv("TIANKONG_MAX_BODY")) / 1000 + 1;
    byte[] bomb = packed((".".repeat(999) + "\n").repeat(lines).getBytes(StandardCharsets.UTF_8));

    assertProblem(submit(new Form().file("a.txt.gz", OCTETS, bomb)), 413, "body-too-large");
  }

  private Answer submit(Form form) {
    return client.post(BATCHES, form.body(), form.type());
  }

  private Answer submit(String key, Form form) {
    return client.post(
        BATCHES, form.body(), Map.of("Idempotency-Key", key, "Content-Type", form.type()));
  }

  private static String self(Answer answer) {
    return BATCHES + "/" + answer.json().getString("id");
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
  }
}
