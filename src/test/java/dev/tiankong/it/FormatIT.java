package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch can be handed in as whatever its texts are kept in. */
@ArquillianTest
class FormatIT {

  private static final String BATCHES = "/api/v1/batches";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_hand_back_every_column_beside_the_answer() {
    String csv = "city,id,text\n北京,\"a,1\",%s\n广州,,没有\n".formatted(Texts.CAPITAL);

    List<JsonObject> items = answers(submit(csv.getBytes(StandardCharsets.UTF_8), "text/csv", ""));

    assertThat(items.get(0).getString("id")).isEqualTo("a,1");
    assertThat(items.get(0).getJsonObject("input"))
        .isEqualTo(Json.createObjectBuilder().add("city", "北京").build());
    assertThat(Items.tokens(Items.predictions(items.get(0)))).startsWith("京");
    assertThat(items.get(1).getJsonObject("error").getString("code")).isEqualTo("NO_MASK");
    assertThat(items.get(1).getJsonObject("input").getString("city")).isEqualTo("广州");
  }

  @Test
  void should_read_a_spreadsheet_in_gbk() {
    byte[] csv = ("text\n" + Texts.CAPITAL + "\n").getBytes(Charset.forName("GBK"));

    assertThat(answers(submit(csv, "text/csv; charset=GBK", "")).get(0).getString("text"))
        .isEqualTo(Texts.CAPITAL);
  }

  @Test
  void should_read_a_body_as_json_that_does_not_say_what_it_is() {
    byte[] body = "[\"%s\"]".formatted(Texts.CAPITAL).getBytes(StandardCharsets.UTF_8);

    Answer answer = client.post(BATCHES, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().getInt("total")).isEqualTo(1);
    assertThat(client.post(BATCHES, new byte[0]).json().getString("type"))
        .isEqualTo("urn:tiankong:problem:invalid-body");
  }

  @Test
  void should_take_options_behind_the_question_mark() {
    String path =
        submit(
            Texts.CAPITAL.getBytes(StandardCharsets.UTF_8),
            "text/plain",
            "?topK=2&targets=%E4%BA%AC,%E5%B9%B3&priority=7&name=n&tags=a,b");

    JsonObject status = client.finished(path);
    assertThat(status.getInt("priority")).isEqualTo(7);
    assertThat(status.getString("name")).isEqualTo("n");
    assertThat(status.getJsonArray("tags").getValuesAs(JsonString::getString))
        .containsExactly("a", "b");
    assertThat(Items.tokens(Items.predictions(answers(path).get(0)))).containsExactly("京", "平");
  }

  @Test
  void should_keep_every_line_of_a_large_file() {
    int lines = 100_000;
    StringBuilder ndjson = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      ndjson.append("{\"text\": \"没有填空 \\\\ \\t %d\", \"id\": %d}\n".formatted(i, i));
    }
    byte[] body = ndjson.toString().getBytes(StandardCharsets.UTF_8);

    String batch = submit(body, "application/x-ndjson", "");

    JsonObject status = client.get(batch).json();
    assertThat(status.getString("state")).isEqualTo("FAILED");
    assertThat(status.getInt("failed")).isEqualTo(lines);
    JsonObject last = Items.of(client.get(batch + "/results?after=" + (lines - 2))).get(0);
    assertThat(last.getString("text")).isEqualTo("没有填空 \\ \t " + (lines - 1));
    assertThat(last.getString("id")).isEqualTo(String.valueOf(lines - 1));
  }

  @Test
  void should_survive_what_a_database_cannot_keep() {
    String ndjson =
        "{\"text\": \"北[MASK]\", \"note\": \"a\\u0000b\", \"n\": 1e400000, \"id\": \"x\\u0000\"}";

    String batch = submit(ndjson.getBytes(StandardCharsets.UTF_8), "application/jsonl", "");
    JsonObject item = answers(batch).get(0);
    Answer csv = client.get(batch + "/results", "text/csv");

    assertThat(item.getString("state")).isEqualTo("FAILED");
    assertThat(item.getJsonObject("error").getString("code")).isEqualTo("INVALID_CHARACTER");
    assertThat(item.getString("id")).isEqualTo("x\uFFFD");
    assertThat(item.getJsonObject("input").getString("note")).isEqualTo("a\uFFFDb");
    assertThat(csv.status()).as(csv.body()).isEqualTo(200);
    assertThat(csv.body()).contains("a\uFFFDb", "1e400000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
  void should_pass_over_a_byte_order_mark_in_every_charset(String name) {
    Charset charset = Charset.forName(name);

    String lines = submit("\uFEFF北[MASK]".getBytes(charset), "text/plain; charset=" + name, "");
    String table =
        submit("\uFEFFtext\n北[MASK]\n".getBytes(charset), "text/csv; charset=" + name, "");

    for (String batch : List.of(lines, table)) {
      JsonObject item = answers(batch).get(0);
      assertThat(item.getString("text")).isEqualTo("北[MASK]");
      assertThat(item.getJsonArray("masks").getJsonObject(0).getInt("position")).isEqualTo(1);
    }
  }

  @Test
  void should_write_a_line_that_everybody_takes_for_one_and_numbers_as_they_came() {
    String text = "北\u0085[MASK]\u2028\u2029";
    String ndjson = "{\"text\": \"%s\", \"id\": 1e3, \"n\": -0}".formatted(text);

    String batch = submit(ndjson.getBytes(StandardCharsets.UTF_8), "application/x-ndjson", "");
    JsonObject item = answers(batch).get(0);
    String lines = client.get(batch + "/results", "application/x-ndjson").body();
    String events = client.get(batch + "/events?results=true", "text/event-stream").body();

    assertThat(item.getString("text")).isEqualTo(text);
    assertThat(item.getString("id")).isEqualTo("1e3");
    assertThat(lines).contains("\"id\":\"1e3\"", "\"n\":-0", "\\u0085", "\\u2028\\u2029");
    assertThat(List.of(lines, events))
        .allSatisfy(body -> assertThat(body).doesNotContain("\u0085", "\u2028", "\u2029"));
  }

  @Test
  void should_say_what_is_wrong_with_a_file_before_it_is_submitted() {
    byte[] csv = "id,text\na,北[MASK]\nb,没有\nc\n".getBytes(StandardCharsets.UTF_8);
    String before = client.get(BATCHES + "?limit=1").body();

    JsonObject report = client.post(BATCHES + "?dryRun=true", csv, "text/csv").json();
    Answer refused = client.post(BATCHES + "?onError=reject", csv, "text/csv");

    assertThat(report.getInt("total")).isEqualTo(3);
    assertThat(report.getInt("invalid")).isEqualTo(2);
    List<JsonObject> errors = report.getJsonArray("errors").getValuesAs(JsonObject.class);
    assertThat(errors).extracting(error -> error.getInt("line")).containsExactly(3, 4);
    assertThat(errors)
        .extracting(error -> error.getString("code"))
        .containsExactly("NO_MASK", "INVALID_LINE");
    assertThat(errors.get(0).getString("id")).isEqualTo("b");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.json().getString("type")).endsWith(":invalid-texts");
    assertThat(refused.json().getJsonArray("errors")).isEqualTo(report.getJsonArray("errors"));
    assertThat(client.get(BATCHES + "?limit=1").body()).isEqualTo(before);
    assertThat(client.post(BATCHES + "?onError=ignore", csv, "text/csv").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?dryRun=true"})
  void should_say_where_a_table_breaks_off(String query) {
    byte[] csv = "text\n北[MASK]\n\"南[MASK]\n".getBytes(StandardCharsets.UTF_8);

    Answer answer = client.post(BATCHES + query, csv, "text/csv");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().getString("type")).endsWith(":invalid-body");
    assertThat(answer.json().getString("detail")).contains("line 3");
  }

  @Test
  void should_name_the_text_that_cannot_be_read() {
    byte[] ndjson =
        "{\"id\": \"a7\", \"text\": null, \"author\": \"李白\"}".getBytes(StandardCharsets.UTF_8);

    JsonObject report =
        client.post(BATCHES + "?dryRun=true", ndjson, "application/x-ndjson").json();
    JsonObject item = answers(submit(ndjson, "application/x-ndjson", "")).get(0);

    assertThat(report.getJsonArray("errors").getJsonObject(0).getString("id")).isEqualTo("a7");
    assertThat(item.getString("id")).isEqualTo("a7");
    assertThat(item.getJsonObject("input").getString("author")).isEqualTo("李白");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dryRun=1", "dryRun=yes", "dryRun", "dryRun=True"})
  void should_store_nothing_where_it_is_not_clear_whether_to(String query) {
    String before = client.get(BATCHES + "?limit=1").body();

    Answer answer = client.post(BATCHES + "?" + query, "[\"北[MASK]\"]");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).isEqualTo("dryRun must be true or false.");
    assertThat(client.get(BATCHES + "?limit=1").body()).isEqualTo(before);
  }

  private String submit(byte[] body, String type, String query) {
    Answer answer = client.post(BATCHES + query, body, type);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return BATCHES + "/" + answer.json().getString("id");
  }

  private List<JsonObject> answers(String batch) {
    client.finished(batch);
    return Items.of(client.get(batch + "/results"));
  }
}
