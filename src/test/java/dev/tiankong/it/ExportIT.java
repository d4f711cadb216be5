package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All answers of a batch in one piece. */
@ArquillianTest
class ExportIT {

  private static final String BATCHES = "/api/v1/batches";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_give_every_item_a_line_as_in_the_pages() {
    // More than are in memory at a time.
    String batch =
        submit(
            IntStream.range(0, 2_500)
                .mapToObj(i -> i % 2 == 0 ? "没有" + i : "中国的首都是北[MASK]。")
                .collect(Collectors.joining("\n")),
            "text/plain",
            "");

    List<JsonObject> lines = lines(client.get(batch + "/results", "application/x-ndjson"));

    assertThat(lines).extracting(line -> line.getInt("index")).hasSize(2_500).isSorted();
    assertThat(lines.subList(0, 100)).isEqualTo(Items.of(client.get(batch + "/results?limit=100")));
    assertThat(lines(client.get(batch + "/results?after=2496", "application/x-ndjson")))
        .isEqualTo(lines.subList(2_497, 2_500));
    assertThat(lines(client.get(batch + "/results?state=FAILED", "application/x-ndjson")))
        .hasSize(1_250)
        .allSatisfy(line -> assertThat(line.getString("state")).isEqualTo("FAILED"));
    assertThat(Items.of(client.get(batch + "/results?state=FAILED&limit=3"))).hasSize(3);
    assertThat(Items.of(client.get(batch + "/results?state=PENDING"))).isEmpty();
    assertThat(client.get(batch + "/results?state=DONE").status()).isEqualTo(400);
  }

  @Test
  void should_join_every_column_with_its_answer_and_let_no_formula_through() {
    String batch =
        submit("author,text,id\n=1+1,中国的首都是北[MASK]。,@a\n\"李,白\",没有,2\n", "text/csv", "?topK=2");

    Answer csv = client.get(batch + "/results", "text/csv");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.body().lines().map(line -> line.replaceAll("0\\.\\d+(E-\\d)?", "0.1")))
        .containsExactly(
            "index,id,text,state,tokens,scores,filling,error,warnings,author",
            "0,'@a,中国的首都是北[MASK]。,SUCCEEDED,京 都,0.1 0.1,,,,'=1+1",
            "1,2,没有,FAILED,,,,NO_MASK,,\"李,白\"");
    assertThat(client.get(batch + "/results?csvGuard=false", "text/csv").body())
        .contains("0,@a,中国的首都是北[MASK]。", ",=1+1");
    assertThat(client.get(batch + "/results?format=csv&csvGuard=false").body()).contains(",=1+1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "csvGuard=true", "csvGuard=false"})
  void should_take_an_export_back_as_it_was(String guard) {
    Random random = new Random(20);
    String ndjson =
        Stream.generate(
                () ->
                    Json.createObjectBuilder()
                        .add("id", field(random))
                        .add("text", field(random))
                        .add("note", field(random))
                        .build()
                        .toString())
            .limit(500)
            .collect(Collectors.joining("\n"));
    String batch = submit(ndjson, "application/x-ndjson", "");

    String csv = client.get(batch + "/results?" + guard, "text/csv").body();
    String again = submit(csv, "text/csv", "?" + guard);

    assertThat(fields(again)).hasSize(500).isEqualTo(fields(batch));
  }

  /** What spreadsheets, CSV and the guard look for, at the beginning of a text without a blank. */
  private static String field(Random random) {
    String[] pieces = {
      "'", "=", "-", "＝", "＠", "\t", "\r", "\n", " ", "\u00A0", "\"", ",", "1", "北"
    };
    return random
        .ints(random.nextInt(6), 0, pieces.length)
        .mapToObj(piece -> pieces[piece])
        .collect(Collectors.joining());
  }

  private List<List<String>> fields(String batch) {
    return lines(client.get(batch + "/results", "application/x-ndjson")).stream()
        .map(
            item ->
                List.of(
                    item.getString("id"),
                    item.getString("text"),
                    item.getJsonObject("input").getString("note")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/results?format=csv&csvGuard=yes", "?csvGuard=0"})
  void should_refuse_a_guard_that_is_neither_on_nor_off(String path) {
    String batch = client.submit(List.of("没有"));

    Answer answer =
        path.startsWith("?") ? client.post(BATCHES + path, "[\"没有\"]") : client.get(batch + path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).isEqualTo("csvGuard must be true or false.");
  }

  @Test
  void should_name_every_column_once_also_where_it_came_in_under_a_name_of_ours() {
    String table = "id,text,error,input.error,author\na,没有,1,2,李白\n";

    String once = client.get(submit(table, "text/csv", "") + "/results", "text/csv").body();
    String again = client.get(submit(once, "text/csv", "") + "/results", "text/csv").body();

    assertThat(once.lines())
        .containsExactly(
            "index,id,text,state,tokens,scores,filling,error,warnings,input.error,input.input.error,author",
            "0,a,没有,FAILED,,,,NO_MASK,,1,2,李白");
    assertThat(again.lines().findFirst().orElseThrow().split(","))
        .doesNotHaveDuplicates()
        .contains("input.index", "input.state", "author");
  }

  @Test
  void should_pack_answers_for_who_takes_them_packed() {
    String results = client.submit(List.of("没有", "也没有")) + "/results";

    for (String path :
        List.of(
            results,
            results + "?format=json",
            results + "?format=ndjson",
            results + "?format=csv")) {
      Answer packed = client.get(path, Map.of("Accept-Encoding", "deflate, gzip"));
      Answer refused = client.get(path, Map.of("Accept-Encoding", "gzip;q=0, *"));
      Answer plain = client.get(path);
      assertThat(packed.header("Content-Encoding")).as(path).isEqualTo("gzip");
      assertThat(plain.body()).contains("也没有").isEqualTo(packed.body()).isEqualTo(refused.body());
      assertThat(plain.header("Content-Encoding")).isNull();
      assertThat(refused.header("Content-Encoding")).isNull();
      assertThat(List.of(packed, refused, plain))
          .allSatisfy(answer -> assertThat(answer.headers("Vary")).contains("Accept-Encoding"));
    }
    Answer problem =
        client.get(BATCHES + "/none/results", Map.of("Accept-Encoding", "gzip, identity;q=0.5"));
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.json().getString("detail")).isNotEmpty();
  }

  @Test
  void should_tell_of_a_failure_in_a_way_that_can_be_unpacked() throws SQLException {
    StoredBatch batch = StoredBatch.make("admin", "damaged", 1_000);
    Tables.run(
        "update item_result set answer = '{\"damaged\": true}' where state = 'SUCCEEDED' and batch_id = '%s'"
            .formatted(batch.id()));

    Answer answer =
        client.get(batch.path() + "/results?format=ndjson", Map.of("Accept-Encoding", "gzip"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.json().getString("type")).endsWith(":internal-error");
    client.delete(batch.path());
  }

  @Test
  void should_have_few_long_texts_in_memory_at_a_time() {
    String batch =
        client.submit(IntStream.range(0, 25).mapToObj(i -> i + "长".repeat(99_000)).toList());

    JsonObject page = client.get(batch + "/results").json();

    int next = page.getInt("next");
    assertThat(next).isLessThan(24);
    assertThat(Items.of(page)).hasSize(next + 1);
    assertThat(Items.of(client.get(batch + "/results?limit=5&after=" + next)))
        .extracting(item -> item.getInt("index"))
        .isEqualTo(IntStream.range(next + 1, next + 6).boxed().toList());
    assertThat(lines(client.get(batch + "/results", "application/x-ndjson")))
        .extracting(line -> line.getInt("index"))
        .isEqualTo(IntStream.range(0, 25).boxed().toList());
  }

  private String submit(String body, String type, String query) {
    Answer answer = client.post(BATCHES + query, body.getBytes(StandardCharsets.UTF_8), type);
    String batch = BATCHES + "/" + answer.json().getString("id");
    client.finished(batch);
    return batch;
  }

  private static List<JsonObject> lines(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer
        .body()
        .lines()
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }
}
