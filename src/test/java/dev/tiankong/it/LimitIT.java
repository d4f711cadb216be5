package dev.tiankong.it;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much is refused as a whole, and nothing of it is stored. */
@ArquillianTest
class LimitIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final int MEBIBYTE = 1 << 20;
  private static final int MAX_BODY = Integer.parseInt(System.getenv("TIANKONG_MAX_BODY"));

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_take_a_body_that_is_packed() throws IOException {
    byte[] body = packed("[\"" + Texts.fresh(1).get(0) + "\"]", 0);

    assertThat(post(body, "gzip").status()).isEqualTo(202);
  }

  @Test
  void should_cut_off_a_body_that_is_too_large_unpacked() throws IOException {
    String blank = ",\"" + " ".repeat(1000) + "\"";
    byte[] bomb = packed("[\"北[MASK]\"" + blank.repeat(MAX_BODY / 1000), 0);
    assertThat(bomb).hasSizeLessThan(MEBIBYTE);

    assertProblem(post(bomb, "gzip"), 413, "body-too-large");
  }

  @Test
  void should_cut_off_a_body_that_is_too_large() {
    byte[] body = new byte[MAX_BODY + 1];

    assertProblem(post(body, "identity"), 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tokens",
        "/api/v1/users",
        "/api/v1/fill-mask",
        "/models/bert-base-multilingual-cased"
      })
  void should_cut_off_early_what_is_read_in_one_piece(String route) throws IOException {
    byte[] bomb = packed("{\"name\": \"", 2 * MEBIBYTE);

    Answer answer = client.post(route, bomb, Map.of("Content-Encoding", "gzip"));
    assertProblem(answer, 413, "body-too-large");
    assertThat(answer.json().getString("detail")).contains("262144 bytes");
  }

  @Test
  void should_refuse_a_body_that_is_not_packed_as_it_says() throws IOException {
    byte[] packed = packed("[\"北[MASK]\"]", 1000);
    byte[] half = Arrays.copyOf(packed, packed.length / 2);

    assertProblem(post("[]".getBytes(), "gzip"), 400, "invalid-body");
    assertProblem(post(half, "gzip"), 400, "invalid-body");
    assertProblem(post(packed, "br"), 415, "unsupported-encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001f\u008b\b\0\0\0\0", "garbage"})
  void should_refuse_a_packed_body_with_something_behind_it(String rest) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(packed("[\"北[MASK]\"]", 0));
    body.write(rest.getBytes(StandardCharsets.ISO_8859_1));

    assertProblem(post(body.toByteArray(), "gzip"), 400, "invalid-body");
  }

  @Test
  void should_refuse_a_damaged_body_in_every_format() throws IOException {
    byte[] packed = packed("id,text\n1,北[MASK]\n", 1000);
    byte[] half = Arrays.copyOf(packed, packed.length / 2);

    for (String type :
        List.of("application/json", "application/x-ndjson", "text/csv", "text/plain")) {
      Map<String, String> headers = Map.of("Content-Encoding", "gzip", "Content-Type", type);
      assertProblem(client.post(BATCHES, half, headers), 400, "invalid-body");
    }
    Form form = new Form().file("verses.csv", "text\n北[MASK]\n" + " ".repeat(1000));
    byte[] packedForm = packed(new String(form.body(), StandardCharsets.UTF_8), 0);
    Map<String, String> headers = Map.of("Content-Encoding", "gzip", "Content-Type", form.type());
    byte[] halfForm = Arrays.copyOf(packedForm, packedForm.length / 2);
    assertProblem(client.post(BATCHES, halfForm, headers), 400, "invalid-body");
    assertThat(client.post("/v1/files", halfForm, headers).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {BATCHES, BATCHES + "?dryRun=true"})
  void should_refuse_texts_with_more_columns_than_a_batch_may_have(String route) {
    List<String> before = newestBatch();
    StringBuilder ndjson = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      ndjson.append("{\"text\": \"北[MASK]\"");
      for (int name = 0; name < 10; name++) {
        ndjson.append(", \"n%d_%d\": 1".formatted(i, name));
      }
      ndjson.append("}\n");
    }
    String array = "[" + ndjson.toString().strip().replace("\n", ",\n") + "]";
    String header = "text" + IntStream.range(0, 257).mapToObj(",c%d"::formatted).collect(joining());

    // 25 lines of ten fit.
    assertTooManyColumns(post(route, ndjson.toString(), "application/x-ndjson"), 26);
    assertTooManyColumns(post(route, array, "application/json"), 26);
    assertTooManyColumns(post(route, header + "\n", "text/csv"), 1);
    Form form = new Form().file("texts.jsonl", ndjson.toString());
    assertTooManyColumns(client.post(route, form.body(), form.type()), 26);
    if (route.equals(BATCHES)) {
      assertTooManyColumns(post("/submit_batch", array, "application/json"), 26);
    }
    assertThat(newestBatch()).isEqualTo(before);
  }

  private List<String> newestBatch() {
    return client
        .get(BATCHES + "?limit=1")
        .json()
        .getJsonArray("batches")
        .getValuesAs((JsonObject batch) -> batch.getString("id"));
  }

  private static void assertTooManyColumns(Answer answer, int line) {
    assertProblem(answer, 422, "too-many-columns");
    assertThat(answer.json().getString("detail")).startsWith("Line %d ".formatted(line));
  }

  @Test
  void should_take_a_spreadsheet_with_as_many_columns_as_a_batch_may_have() {
    String header = "text" + IntStream.range(0, 256).mapToObj(",c%d"::formatted).collect(joining());

    Answer answer =
        post(BATCHES + "?dryRun=true", header + "\n北[MASK]" + ",x".repeat(256) + "\n", "text/csv");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getInt("valid")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/batches", "/submit_batch", "/api/v1/fill-mask"})
  void should_refuse_more_or_longer_targets_than_a_batch_may_have(String route) {
    for (List<String> targets :
        List.of(
            IntStream.range(0, 1_001).mapToObj(Integer::toString).toList(),
            List.of("长".repeat(101)),
            Collections.nCopies(101, "长".repeat(100)))) {
      String body =
          Json.createObjectBuilder()
              .add("texts", Json.createArrayBuilder().add("北[MASK]"))
              .add("targets", Json.createArrayBuilder(targets))
              .build()
              .toString();
      assertProblem(client.post(route, body), 422, "invalid-options");
    }
  }

  @Test
  void should_let_nobody_have_many_submits_in_progress() throws SQLException {
    Client submitter = Account.make("submitter").client();
    Supplier<Answer> submit =
        () -> submitter.post(BATCHES, "[\"%s\"]".formatted(Texts.fresh(1).get(0)));
    Form file = new Form().field("purpose", "batch").file("a.jsonl", "{}");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<CompletableFuture<Answer>> submits = new ArrayList<>();
    try (Connection holding = Tables.source().getConnection();
        Statement sql = holding.createStatement()) {
      holding.setAutoCommit(false);
      // Nothing can be put into it: a submit stays in the middle of its transaction.
      sql.execute("lock table chunk in share mode");
      IntStream.range(0, 16).forEach(i -> submits.add(supplyAsync(submit, threads)));
      await().until(() -> submits.stream().filter(CompletableFuture::isDone).count() == 8);

      Answer refused = submitter.post(BATCHES + "?dryRun=true", "[\"北[MASK]\"]");
      assertProblem(refused, 429, "too-many-submits");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(submitter.post("/v1/files", file.body(), file.type()).status()).isEqualTo(429);
      assertThat(client.post(BATCHES + "?dryRun=true", "[\"北[MASK]\"]").status()).isEqualTo(200);
    }
    assertThat(submits.stream().map(answer -> answer.join().status()))
        .containsOnly(202, 429)
        .filteredOn(status -> status == 202)
        .hasSize(8);
    threads.shutdown();
    assertThat(submitter.post("/v1/files", file.body(), file.type()).status()).isEqualTo(200);
  }

  private Answer post(String route, String body, String type) {
    return client.post(route, body.getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void should_not_read_on_where_no_text_ends() throws IOException {
    assertProblem(post(packed("[\"北[MASK]\"", 2 * MEBIBYTE), "gzip"), 413, "record-too-long");
  }

  @Test
  void should_fail_a_text_alone_that_is_too_long() {
    String body = "[\"北[MASK]\", \"" + "长".repeat(100_001) + "\"]";

    Answer checked = client.post(BATCHES + "?dryRun=true", body);
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.json().getInt("valid")).isEqualTo(1);
    assertThat(checked.json().getJsonArray("errors").getJsonObject(0).getString("code"))
        .isEqualTo("TOO_LONG");
    Answer submitted = client.post(BATCHES, body);
    assertThat(submitted.status()).isEqualTo(202);
    assertThat(submitted.json().getInt("failed")).isEqualTo(1);
  }

  @Test
  void should_refuse_a_batch_more_than_a_user_may_have_open() throws SQLException {
    Tables.run(
        """
        insert into batch (id, owner, task, options, state, total, created_at)
        select gen_random_uuid(), 'admin', 'too-many', '{"model": "none", "topK": 5}', 'PAUSED', 1, now()
        from generate_series(1, 1000)
        """);
    try {
      Answer answer = client.post(BATCHES, "[\"北[MASK]\"]");
      assertProblem(answer, 429, "too-much-open");
      assertThat(answer.header("Retry-After")).isEqualTo("60");
    } finally {
      Tables.run("delete from batch where task = 'too-many'");
    }
  }

  @Test
  void should_refuse_more_texts_than_a_user_may_have_waiting() throws SQLException {
    Tables.run(
        """
        insert into batch (id, owner, task, options, state, total, created_at)
        values (gen_random_uuid(), 'admin', 'too-many', '{"model": "none", "topK": 5}', 'PAUSED', 10000000, now())
        """);
    try {
      assertProblem(client.post(BATCHES, "[\"北[MASK]\"]"), 429, "too-much-open");
    } finally {
      Tables.run("delete from batch where task = 'too-many'");
    }
  }

  @Test
  void should_let_nobody_ask_too_often() {
    // Of its own: whoever asks next must not find the rate used up.
    Client submitter = Account.make("submitter").client();
    Answer refused =
        IntStream.range(0, 1000)
            .mapToObj(i -> submitter.post("/api/v1/fill-mask", "{}"))
            .filter(answer -> answer.status() != 400)
            .findFirst()
            .orElseThrow();

    assertProblem(refused, 429, "too-many-requests");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  private Answer post(byte[] body, String encoding) {
    return client.post(BATCHES, body, Map.of("Content-Encoding", encoding));
  }

  /** The text and so many spaces after it. */
  private static byte[] packed(String text, int spaces) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
      byte[] some = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
      for (int left = spaces; left > 0; left -= some.length) {
        gzip.write(some, 0, Math.min(left, some.length));
      }
    }
    return packed.toByteArray();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
  }
}
