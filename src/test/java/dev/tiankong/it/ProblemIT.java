package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, is refused in the same form everywhere: a problem document. */
@ArquillianTest
class ProblemIT {

  private static final String BATCHES = "/api/v1/batches";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/batches/x", "/task_status/x", "/no/such/path", "/api/v1/healthy"})
  void should_let_nobody_in_without_a_user(String path) {
    Answer answer = Client.stranger().get(path);

    assertProblem(answer, 401, "sign-in-required");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @Test
  void should_let_nobody_in_with_wrong_credentials() {
    assertProblem(Client.signedIn("admin", "wrong").get(BATCHES), 401, "sign-in-required");
    assertProblem(Client.signedIn("nobody", "wrong").get(BATCHES), 401, "sign-in-required");
    assertProblem(Client.withHeader("Basic !!").get(BATCHES), 401, "sign-in-required");
    assertProblem(Client.withHeader("Bearer x").get(BATCHES), 401, "sign-in-required");
  }

  @Test
  void should_tell_anybody_how_the_server_is() {
    Answer live = Client.stranger().get("/api/v1/health/live");
    Answer ready = Client.stranger().get("/api/v1/health/ready");

    assertThat(live.status()).isEqualTo(200);
    assertThat(ready.status()).as(ready.body()).isEqualTo(200);
    assertThat(ready.json().getJsonArray("checks").getValuesAs(JsonObject.class))
        .extracting(check -> check.getString("name") + " " + check.getString("status"))
        .containsExactly("database UP", "broker UP", "model UP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/path", "/api/v1", "/index.html", "/api/v1/batches/1/x/y"})
  void should_say_that_there_is_nothing(String path) {
    assertProblem(client.get(path), 404, "not-found");
  }

  @Test
  void should_not_know_a_batch_that_never_was() {
    assertProblem(client.get(BATCHES + "/" + UUID.randomUUID()), 404, "no-such-batch");
    assertProblem(client.get(BATCHES + "/42"), 404, "no-such-batch");
    assertProblem(client.get(BATCHES + "/42/results"), 404, "no-such-batch");
    assertProblem(client.get("/task_status/42"), 404, "no-such-batch");
  }

  @Test
  void should_name_the_methods_and_media_types_that_are_possible() {
    Answer method = client.delete(BATCHES);
    Answer type = client.post(BATCHES, "text=1".getBytes(), "application/x-www-form-urlencoded");

    assertProblem(method, 405, "method-not-allowed");
    assertThat(method.header("Allow")).contains("POST");
    assertProblem(type, 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/files                | application/json | /v1/files accepts bodies of the types multipart/form-data, not application/json.",
        "/api/v1/fill-mask        | text/plain       | /api/v1/fill-mask accepts bodies of the types application/json, not text/plain.",
        "/api/v1/batches          | text/xml         | , application/x-ndjson, multipart/form-data,"
      })
  void should_say_which_types_of_bodies_a_route_takes(String route, String type, String detail) {
    Answer answer = client.post(route, "x".getBytes(StandardCharsets.UTF_8), type);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "/metrics, text/plain",
    "/api/v1/openapi.yaml, yaml",
    "/api/v1/batches/1/events, text/event-stream",
    "/api/v1/batches/1/results, 'application/json, application/x-ndjson, text/csv'"
  })
  void should_say_which_types_of_answers_a_route_has(String route, String types) {
    Answer answer = client.get(route, "image/png");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.json().getString("detail")).contains(route + " supports", types);
  }

  @Test
  void should_say_how_a_time_is_written_in_an_address() {
    String time = "2026-11-23T08:00:00+08:00";

    assertThat(client.get(BATCHES + "?from=" + time).json().getString("detail")).contains("%2B");
    assertThat(
            client.post(BATCHES + "?notBefore=" + time, "[\"北[MASK]\"]").json().getString("detail"))
        .contains("%2B");
  }

  @Test
  void should_name_one_limit_for_a_number_that_is_too_small_and_for_one_too_large() {
    for (int topK : new int[] {0, 101}) {
      Answer answer =
          client.post(BATCHES, "{\"texts\": [\"北[MASK]\"], \"topK\": %d}".formatted(topK));
      assertThat(answer.json().getString("detail"))
          .isEqualTo("topK must be 1 to 100, not %d.".formatted(topK));
    }
  }

  @Test
  void should_say_which_letters_a_name_may_have() {
    Answer answer = client.post(Account.USERS, Account.named("张三").json("viewer"));

    assertProblem(answer, 422, "invalid-user-name");
    assertThat(answer.json().getString("detail")).contains("letters from a to z and A to Z");
  }

  @Test
  void should_hand_out_the_values_of_its_sentence() {
    Answer answer = client.post(BATCHES + "?topK=0", "[\"北[MASK]\"]");

    assertThat(answer.json().getJsonObject("parameters"))
        .hasToString(
            "{\"reason\":\"out-of-range\",\"option\":\"topK\",\"least\":1,\"most\":100,\"found\":0}");
  }

  @Test
  void should_say_where_a_table_is_not_in_utf_8_and_what_to_do() {
    byte[] gbk = "text\n北[MASK]\n".getBytes(Charset.forName("GBK"));

    assertThat(client.post(BATCHES, gbk, "text/csv").json().getString("detail"))
        .isEqualTo(
            "Line 2 is not valid UTF-8: save it in UTF-8, or name its charset, as in \"Content-Type: text/csv; charset=GB18030\".");
    assertThat(client.post(BATCHES, gbk, "Text/CSV; charset=gbk").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                              | 400 | invalid-body",
        "[                               | 400 | invalid-body",
        "[\"a[MASK]\",                   | 400 | invalid-body",
        "[\"a[MASK]\"] x                 | 400 | invalid-body",
        "[\"a[MASK]\"] []                | 400 | invalid-body",
        "\"a[MASK]\"                     | 400 | invalid-body",
        "{}                              | 400 | invalid-body",
        "{\"texts\": [\"a\"], \"topK\": 1e99999999999} | 400 | invalid-body",
        "{\"texts\": \"a[MASK]\"}        | 400 | invalid-body",
        "{\"texts\": [\"a\"], \"tex\": 1} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"targets\": \"京\"} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"targets\": [\"\"]} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"candidates\": \"all\"} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"looseMasks\": 1} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"model\": 1} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"model\": \"no-such-model\"} | 422 | unknown-model",
        "{\"texts\": [\"a\"], \"model\": \"../secret\"} | 422 | unknown-model",
        "{\"texts\": [\"a\"], \"texts\": [\"a\"]} | 400 | duplicate-member",
        "{\"texts\": [\"a\"], \"topK\": 1, \"topK\": 2} | 400 | duplicate-member",
        "[{\"text\": \"a\", \"id\": 1, \"id\": 2}] | 400 | duplicate-member",
        "{\"texts\": [\"a\"], \"items\": [\"a\"]} | 400 | invalid-body",
        "{\"texts\": []}                 | 422 | no-texts",
        "[]                              | 422 | no-texts",
        "{\"texts\": [\"a\"], \"topK\": 0}    | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"topK\": 101}  | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"topK\": 1.5}  | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"topK\": \"5\"} | 422 | invalid-options",
        "{\"texts\": [\"a\"], \"topK\": 4294967301} | 422 | invalid-options"
      })
  void should_refuse_a_body_that_is_no_submission(String body, int status, String code) {
    assertProblem(client.post(BATCHES, body), status, code);
    assertProblem(client.post("/submit_batch", body), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/fill-mask | {\"text\": \"北[MASK]\", \"topK\": 1, \"topK\": 2} | topK",
        "/models/bert-base-multilingual-cased | {\"inputs\": \"北[MASK]\", \"parameters\": {\"top_k\": 1, \"top_k\": 2}} | top_k",
        "/api/v1/users | {\"name\": \"a\", \"name\": \"b\"} | name",
        "/api/v1/tokens | {\"name\": \"a\", \"role\": \"viewer\", \"role\": \"operator\"} | role"
      })
  void should_name_the_member_that_an_object_has_twice(String route, String body, String name) {
    Answer answer = client.post(route, body);

    assertProblem(answer, 400, "duplicate-member");
    assertThat(answer.json().getString("detail")).contains("two members \"%s\"".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BATCHES + "?status=RUNNING",
        BATCHES + "?limit=1&page=2",
        BATCHES + "?limit=1&limit=2",
        BATCHES + "?sort=name&sort=total",
        "/api/v1/me?name=a",
        "/api/v1/audit?user=a&user=b",
        "/api/v1/overview?zone=UTC&Zone=UTC",
        "/task_status/42?wait=1",
        "/metrics?names=x"
      })
  void should_refuse_a_parameter_that_a_route_does_not_have_or_has_once(String address) {
    assertProblem(client.get(address), 400, "invalid-parameter");
  }

  @Test
  void should_refuse_an_option_that_is_given_twice() {
    String batch = "[\"北[MASK]\"]";

    assertProblem(client.post(BATCHES + "?topK=3&topK=5", batch), 400, "invalid-parameter");
    assertProblem(client.post("/submit_batch?topk=3", batch), 400, "invalid-parameter");
    assertProblem(
        client.post("/api/v1/fill-mask?topK=3", "{\"text\": \"北[MASK]\"}"),
        400,
        "invalid-parameter");
    assertThat(client.get("/v1/models?limit=2").json().getJsonObject("error").getString("message"))
        .contains("\"limit\"");
    assertThat(client.post(BATCHES + "?tags=a&tags=b,c", batch).json().getJsonArray("tags"))
        .hasSize(3);
  }

  @Test
  void should_name_the_line_in_which_an_object_has_a_member_twice() {
    byte[] lines =
        "\"北[MASK]\"\n{\"text\": \"南[MASK]\", \"text\": \"西[MASK]\"}\n"
            .getBytes(StandardCharsets.UTF_8);

    Answer answer = client.post(BATCHES, lines, "application/x-ndjson");

    assertProblem(answer, 400, "duplicate-member");
    assertThat(answer.json().getString("detail")).contains("\"text\"", "line 2");
  }

  @Test
  void should_say_where_a_body_is_broken() {
    Answer answer = client.post(BATCHES, "{\"texts\":\n  [\"a[MASK]\" \"b[MASK]\"]}");

    assertThat(answer.json().getString("detail")).contains("line 2");
  }

  @Test
  void should_refuse_bytes_that_are_not_utf_8() {
    byte[] gbk = "[\"\u00d6\u00d0[MASK]\"]".getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = client.post(BATCHES, gbk, "application/json");

    assertProblem(answer, 400, "invalid-body");
    assertThat(answer.json().getString("detail")).contains("UTF-8");
  }

  @Test
  void should_refuse_deep_nesting() {
    assertProblem(
        client.post(BATCHES, "[".repeat(10_000) + "]".repeat(10_000)), 400, "invalid-body");
    assertProblem(client.post(BATCHES, "{\"texts\": " + "[".repeat(10_000)), 400, "invalid-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=1001", "limit=x", "after=-2", "after=x", "after=99999999999"})
  void should_refuse_page_parameters_out_of_range(String query) {
    String batch = BATCHES + "/" + client.post(BATCHES, "[\"x\"]").json().getString("id");

    assertProblem(client.get(batch + "/results?" + query), 400, "invalid-parameter");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.keySet()).startsWith("type", "title", "status", "detail");
    assertThat(problem.getString("type")).isEqualTo("urn:tiankong:problem:" + code);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception", "\tat ");
  }
}
