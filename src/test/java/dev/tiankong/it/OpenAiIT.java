package dev.tiankong.it;

import static dev.tiankong.it.OpenAi.BATCHES;
import static dev.tiankong.it.OpenAi.FILES;
import static dev.tiankong.it.OpenAi.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Batches from uploaded files to answers in files, in OpenAI's words. */
@ArquillianTest
class OpenAiIT {

  private final Account account = Account.make("submitter");
  private final OpenAi openAi = new OpenAi(account.token("submitter"));

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_bring_the_requests_of_a_file_to_their_answers() {
    String file =
        openAi
            .upload(
                "r.jsonl",
                String.join(
                    "\n",
                    request("capital", Texts.CAPITAL, Json.createObjectBuilder().add("top_k", 2)),
                    "",
                    request("none", "没有", Json.createObjectBuilder().add("top_k", 2))))
            .getString("id");
    JsonObject metadata = Json.createObjectBuilder().add("for", "测试").build();
    String id =
        openAi
            .client()
            .post(BATCHES, OpenAi.order(file).add("metadata", metadata).build().toString())
            .json()
            .getString("id");

    JsonObject batch = openAi.ended(id);

    assertThat(batch.getString("status")).isEqualTo("completed");
    assertThat(batch.getString("input_file_id")).isEqualTo(file);
    assertThat(batch.getString("model")).isEqualTo("bert-base-multilingual-cased");
    assertThat(batch.getJsonObject("metadata")).isEqualTo(metadata);
    assertThat(counts(batch)).containsExactly(2, 1, 1);
    assertThat(batch.getInt("completed_at")).isGreaterThanOrEqualTo(batch.getInt("created_at"));
    assertThat(batch.getInt("expires_at") - batch.getInt("created_at")).isEqualTo(24 * 60 * 60);

    List<JsonObject> answers = openAi.lines(batch.getString("output_file_id"));
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).getString("custom_id")).isEqualTo("capital");
    assertThat(answers.get(0).isNull("error")).isTrue();
    JsonObject response = answers.get(0).getJsonObject("response");
    assertThat(response.getInt("status_code")).isEqualTo(200);
    assertThat(response.getString("request_id")).isNotBlank();
    List<JsonObject> predictions = Items.predictions(response.getJsonObject("body"));
    assertThat(Items.tokens(predictions)).hasSize(2).startsWith("京");

    List<JsonObject> errors = openAi.lines(batch.getString("error_file_id"));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).getString("custom_id")).isEqualTo("none");
    assertThat(errors.get(0).getJsonObject("response").getInt("status_code")).isEqualTo(400);
    assertThat(
            errors
                .get(0)
                .getJsonObject("response")
                .getJsonObject("body")
                .getJsonObject("error")
                .getString("code"))
        .isEqualTo("NO_MASK");
  }

  @Test
  void should_list_the_installed_models() {
    Client viewer = account.token("viewer");

    JsonObject list = viewer.get("/v1/models").json();
    List<JsonObject> models = list.getJsonArray("data").getValuesAs(JsonObject.class);
    JsonObject model = viewer.get("/v1/models/bert-base-multilingual-cased").json();

    assertThat(list.getString("object")).isEqualTo("list");
    assertThat(models).contains(model);
    assertThat(models)
        .extracting(entry -> entry.getString("id"))
        .containsExactlyElementsOf(
            viewer
                .get("/api/v1/models")
                .json()
                .getJsonArray("models")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("name"))
                .toList());
    assertThat(model.getString("object")).isEqualTo("model");
    assertThat(model.getString("owned_by")).isEqualTo("tiankong");
    assertThat(Instant.ofEpochSecond(model.getInt("created")))
        .isBetween(Instant.parse("2020-01-01T00:00:00Z"), Instant.now());
    assertError(viewer.get("/v1/models/gpt"), 404, "not_found", null);
    assertError(Client.stranger().get("/v1/models"), 401, "sign-in-required", null);
  }

  @Test
  void should_show_the_same_batch_to_both_kinds_of_clients() {
    String id = openAi.create(List.of(request("a", Texts.fresh(1).get(0))));
    JsonObject batch = openAi.ended(id);

    assertThat(openAi.parts(id))
        .extracting(part -> part.getString("state"), part -> part.getInt("total"))
        .containsExactly(tuple("COMPLETED", 1));

    // Whoever deletes the work deletes what is left to tell of it.
    openAi.client().delete("/api/v1/batches/" + openAi.parts(id).get(0).getString("id"));
    assertThat(openAi.client().get(BATCHES + "/" + id).status()).isEqualTo(404);
    assertThat(openAi.client().get(FILES + "/" + batch.getString("output_file_id")).status())
        .isEqualTo(404);
    assertThat(openAi.client().get(FILES + "/" + batch.getString("input_file_id")).status())
        .isEqualTo(200);
  }

  @Test
  void should_let_the_requests_of_one_file_differ_in_their_options() {
    List<String> lines = new ArrayList<>();
    lines.add(request("any", Texts.CAPITAL));
    lines.add(request("two", Texts.CAPITAL, Json.createObjectBuilder().add("top_k", 2)));
    lines.add(
        request(
            "choice",
            Texts.CAPITAL,
            Json.createObjectBuilder().add("targets", Json.createArrayBuilder(List.of("平", "京")))));
    lines.add(
        request(
            "same",
            Texts.CAPITAL,
            Json.createObjectBuilder()
                .add("top_k", 5)
                .add("model", "bert-base-multilingual-cased")));
    lines.add(request("loose", "北____", Json.createObjectBuilder().add("loose_masks", true)));

    String id = openAi.create(lines);
    JsonObject batch = openAi.ended(id);

    assertThat(counts(batch)).containsExactly(5, 5, 0);
    assertThat(batch.isNull("error_file_id")).isTrue();
    assertThat(openAi.parts(id)).hasSize(4);
    assertThat(openAi.lines(batch.getString("output_file_id")))
        .extracting(
            line -> line.getString("custom_id"),
            line -> Items.predictions(line.getJsonObject("response").getJsonObject("body")).size())
        .containsExactly(
            tuple("any", 5),
            tuple("same", 5),
            tuple("two", 2),
            tuple("choice", 2),
            tuple("loose", 5));
  }

  @Test
  void should_say_what_is_wrong_in_which_line() {
    String id =
        openAi.create(
            List.of(
                request("a", "北[MASK]"),
                "{\"custom_id\": \"b\"",
                request("a", "北[MASK]"),
                "[]",
                request("c", "北[MASK]").replace("\"POST\"", "\"GET\""),
                request("d", "北[MASK]").replace("/v1/fill-mask", "/v1/embeddings"),
                request("e", "北[MASK]").replace("custom_id", "id"),
                "{\"method\": \"POST\", \"url\": \"/v1/fill-mask\", \"body\": {}}",
                request("f", "北[MASK]").replace("\"input\"", "\"inputs\""),
                request("g", "北[MASK]", Json.createObjectBuilder().add("top_k", "5")),
                request("h", "北[MASK]", Json.createObjectBuilder().add("top_k", 101)),
                request("i", "北[MASK]", Json.createObjectBuilder().add("model", "none")),
                request("j", "长".repeat(100_001)),
                request("k", "北[MASK]").replace("{", "{\"n\": 1e99999999999, ")));

    JsonObject batch = openAi.ended(id);

    assertThat(batch.getString("status")).isEqualTo("failed");
    assertThat(batch.getInt("failed_at")).isGreaterThanOrEqualTo(batch.getInt("created_at"));
    assertThat(counts(batch)).containsExactly(0, 0, 0);
    assertThat(openAi.parts(id)).isEmpty();
    assertThat(errors(batch))
        .extracting(
            error -> error.getInt("line"),
            error -> error.getString("code"),
            error -> error.getString("param", null))
        .containsExactly(
            tuple(2, "invalid_json_line", null),
            tuple(3, "duplicate_custom_id", "custom_id"),
            tuple(4, "invalid_json_line", null),
            tuple(5, "invalid_value", "method"),
            tuple(6, "invalid_value", "url"),
            tuple(7, "unknown_parameter", "id"),
            tuple(8, "missing_required_parameter", "custom_id"),
            tuple(9, "unknown_parameter", "body.inputs"),
            tuple(10, "invalid_value", "body.top_k"),
            tuple(11, "invalid_value", "body.top_k"),
            tuple(12, "invalid_value", "body.model"),
            tuple(13, "invalid_value", "body.input"),
            tuple(14, "invalid_json_line", null));
    assertThat(errors(batch).get(1).getString("message")).contains("Line 1");
    assertThat(errors(batch).get(8).getString("message")).contains("\"top_k\"");
    assertThat(errors(batch).get(9).getString("message"))
        .isEqualTo("top_k must be 1 to 100, not 101.");
  }

  @Test
  void should_stop_reading_where_too_much_is_wrong() {
    assertThat(errorsOf(List.of(""))).containsExactly("empty_file");
    assertThat(errorsOf(IntStream.range(0, 200).mapToObj(i -> "{").toList())).hasSize(100);
    assertThat(errorsOf(List.of("x".repeat(1_100_000)))).containsExactly("line_too_long");
    assertThat(errorsOf(List.of("{\"custom_id\": \"a\", \"custom_id\": \"b\"}")))
        .containsExactly("invalid_json_line");
    JsonObjectBuilder tooLong =
        Json.createObjectBuilder().add("targets", Json.createArrayBuilder().add("长".repeat(101)));
    assertThat(errorsOf(List.of(request("a", "北[MASK]", tooLong))))
        .containsExactly("invalid_value");
    assertThat(
            errorsOf(
                IntStream.rangeClosed(1, 101)
                    .mapToObj(
                        i ->
                            request(
                                "r" + i,
                                "北[MASK]",
                                Json.createObjectBuilder()
                                    .add("targets", Json.createArrayBuilder().add("京" + i))))
                    .toList()))
        .containsExactly("too_many_options");
  }

  @Test
  void should_cancel_what_is_open() {
    String id = paused(List.of(request("never", Texts.fresh(1).get(0)), request("no", "没有")));

    Answer answer = openAi.client().post(BATCHES + "/" + id + "/cancel", "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isIn("cancelling", "cancelled");

    JsonObject batch = openAi.ended(id);
    assertThat(batch.getString("status")).isEqualTo("cancelled");
    assertThat(batch.getInt("cancelled_at")).isGreaterThanOrEqualTo(batch.getInt("cancelling_at"));
    assertThat(batch.isNull("output_file_id")).isTrue();
    assertThat(counts(batch)).containsExactly(2, 0, 1);
    assertThat(openAi.parts(id).get(0).getString("state")).isEqualTo("CANCELLED");
    List<JsonObject> lines = openAi.lines(batch.getString("error_file_id"));
    assertThat(lines)
        .extracting(line -> line.getString("custom_id"))
        .containsExactly("no", "never");
    assertThat(lines.get(1).isNull("response")).isTrue();
    assertThat(lines.get(1).getJsonObject("error").getString("code")).isEqualTo("batch_cancelled");
    // Again is the same.
    assertThat(openAi.client().post(BATCHES + "/" + id + "/cancel", "").status()).isEqualTo(200);
  }

  @Test
  void should_see_a_batch_cancelled_whose_work_was() {
    String id = paused(List.of(request("never", Texts.fresh(1).get(0))));

    openAi
        .client()
        .post("/api/v1/batches/" + openAi.parts(id).get(0).getString("id") + "/cancel", "");

    JsonObject batch = openAi.ended(id);
    assertThat(batch.getString("status")).isEqualTo("cancelled");
    assertThat(batch.isNull("cancelling_at")).isFalse();
  }

  @Test
  void should_stop_a_batch_whose_time_is_over() throws SQLException {
    String id = paused(List.of(request("late", Texts.fresh(1).get(0))));

    Tables.run(
        "update openai_batch set expires_at = now() - interval '1 second' where owner = '%s'"
            .formatted(account.name()));

    JsonObject batch = openAi.ended(id);
    assertThat(batch.getString("status")).isEqualTo("expired");
    assertThat(batch.isNull("expired_at")).isFalse();
    assertThat(batch.isNull("cancelling_at")).isTrue();
    assertThat(
            openAi
                .lines(batch.getString("error_file_id"))
                .get(0)
                .getJsonObject("error")
                .getString("code"))
        .isEqualTo("batch_expired");
  }

  @Test
  void should_let_small_batches_pass_one_that_takes_long_to_read_or_to_measure()
      throws SQLException {
    Account other = Account.make("submitter");
    OpenAi slow = new OpenAi(other.client());
    try (HeldUp held = HeldUp.batchesOf(other.name())) {
      held.before("IN_PROGRESS");
      String large =
          slow.create(
              IntStream.range(0, 11_000)
                  .mapToObj(i -> request("r" + i, "没有空格，所以没有答案。".repeat(2)))
                  .toList());
      openAi.ended(openAi.create(List.of(request("a", "没有"))));
      assertThat(slow.batch(large).getString("status")).isEqualTo("validating");

      held.before("COMPLETED");
      held.noLongerBefore("IN_PROGRESS");
      slow.inState(large, Set.of("finalizing"));
      openAi.ended(openAi.create(List.of(request("a", "没有"))));
      assertThat(slow.batch(large).getString("status")).isEqualTo("finalizing");

      held.noLongerBefore("COMPLETED");
      assertThat(counts(slow.ended(large))).containsExactly(11_000, 0, 11_000);
    }
  }

  @Test
  void should_page_through_batches_and_files() {
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      batches.add(0, openAi.create(List.of(request("a", "没有"))));
    }
    batches.forEach(openAi::ended);

    JsonObject first = openAi.client().get(BATCHES + "?limit=2").json();
    assertThat(ids(first)).isEqualTo(batches.subList(0, 2));
    assertThat(first.getBoolean("has_more")).isTrue();
    assertThat(first.getString("first_id")).isEqualTo(batches.get(0));
    assertThat(first.getString("last_id")).isEqualTo(batches.get(1));
    JsonObject second =
        openAi.client().get(BATCHES + "?limit=2&after=" + first.getString("last_id")).json();
    assertThat(ids(second)).isEqualTo(batches.subList(2, 3));
    assertThat(second.getBoolean("has_more")).isFalse();

    assertThat(ids(openAi.client().get(FILES).json())).hasSize(6);
    List<String> inputs = ids(openAi.client().get(FILES + "?purpose=batch&order=asc").json());
    assertThat(inputs).hasSize(3);
    assertThat(
            ids(
                openAi
                    .client()
                    .get(FILES + "?purpose=batch&order=asc&limit=1&after=" + inputs.get(0))
                    .json()))
        .containsExactly(inputs.get(1));
  }

  @Test
  void should_keep_a_file_as_it_was_until_it_is_deleted() {
    String content = "有\r\n[MASK]\n".repeat(50_000);
    JsonObject file = openAi.upload("文件.jsonl", content);
    String path = FILES + "/" + file.getString("id");

    assertThat(file.getInt("bytes")).isEqualTo(content.getBytes().length);
    assertThat(file.getString("filename")).isEqualTo("文件.jsonl");
    assertThat(file.getInt("expires_at") - file.getInt("created_at")).isEqualTo(30 * 24 * 60 * 60);
    assertThat(openAi.client().get(path).json()).isEqualTo(file);
    Answer read = openAi.client().get(path + "/content", "application/binary");
    assertThat(read.body()).isEqualTo(content);
    Answer packed =
        openAi.client().get(path + "/content", Map.of("Accept-Encoding", "gzip, deflate"));
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.body()).isEqualTo(content);

    assertThat(openAi.client().delete(path).json().getBoolean("deleted")).isTrue();
    assertThat(openAi.client().get(path).status()).isEqualTo(404);
    assertThat(openAi.client().get(path + "/content").status()).isEqualTo(404);
    String id =
        openAi.tryCreate(file.getString("id")).json().getJsonObject("error").getString("code");
    assertThat(id).isEqualTo("not_found");
  }

  @Test
  void should_forget_a_file_when_its_time_is_over() throws SQLException {
    Form form =
        new Form()
            .field("purpose", "batch")
            .file("a.jsonl", "{}")
            .field("expires_after[anchor]", "created_at")
            .field("expires_after[seconds]", "3600");
    JsonObject file = openAi.client().post(FILES, form.body(), form.type()).json();
    assertThat(file.getInt("expires_at") - file.getInt("created_at")).isEqualTo(3600);

    Tables.run(
        "update openai_file set expires_at = now() - interval '1 second' where owner = '%s'"
            .formatted(account.name()));

    Client.admin().run("delete-old-openai-files");

    assertThat(openAi.client().get(FILES + "/" + file.getString("id")).status()).isEqualTo(404);
  }

  @Test
  void should_keep_no_more_of_a_user_than_there_is_room_for() throws SQLException {
    Tables.run(
        """
        insert into openai_file (id, owner, name, kind, bytes, created_at, expires_at)
        values (gen_random_uuid(), '%s', 'x', 'INPUT', 10737418239, now(), now() + interval '1 day')
        """
            .formatted(account.name()));

    assertError(openAi.tryUpload("a.jsonl", "{}"), 413, "storage_limit_exceeded", "file");
  }

  @Test
  void should_keep_all_answers_for_the_same_time_whichever_were_there_first() {
    String id =
        paused(
            List.of(
                request("early", "没有", Json.createObjectBuilder().add("top_k", 2)),
                request("late", Texts.fresh(1).get(0))),
            Json.createObjectBuilder()
                .add(
                    "output_expires_after",
                    Json.createObjectBuilder().add("anchor", "created_at").add("seconds", 3600)));
    List<JsonObject> parts = openAi.parts(id);
    assertThat(parts).extracting(part -> part.isNull("finishedAt")).containsExactly(true, false);
    assertThat(parts).allMatch(part -> part.isNull("expiresAt"));

    openAi.client().post("/api/v1/batches/" + parts.get(0).getString("id") + "/resume", "");
    JsonObject batch = openAi.ended(id);

    int expected = batch.getInt("completed_at") + 3600;
    assertThat(openAi.parts(id))
        .extracting(part -> (int) Instant.parse(part.getString("expiresAt")).getEpochSecond())
        .containsExactly(expected, expected);
    for (String file : List.of("output_file_id", "error_file_id")) {
      assertThat(openAi.client().get(FILES + "/" + batch.getString(file)).ok().getInt("expires_at"))
          .isEqualTo(expected);
    }
  }

  @Test
  void should_hide_from_others_what_is_not_theirs() {
    String id = openAi.create(List.of(request("a", "没有")));
    JsonObject batch = openAi.ended(id);
    OpenAi other = new OpenAi(Account.make("submitter").client());
    OpenAi operator = new OpenAi(Account.make("operator").client());

    for (String path :
        List.of(
            BATCHES + "/" + id,
            FILES + "/" + batch.getString("input_file_id"),
            FILES + "/" + batch.getString("error_file_id") + "/content")) {
      assertThat(other.client().get(path).status()).as(path).isEqualTo(404);
      assertThat(operator.client().get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(other.client().post(BATCHES + "/" + id + "/cancel", "").status()).isEqualTo(404);
    assertThat(other.tryCreate(batch.getString("input_file_id")).status()).isEqualTo(404);
    assertThat(ids(other.client().get(BATCHES).json())).isEmpty();
    assertThat(ids(other.client().get(FILES).json())).isEmpty();
    assertThat(ids(operator.client().get(BATCHES).json())).contains(id);
  }

  @Test
  void should_refuse_in_the_words_that_openais_clients_know() {
    Client client = openAi.client();
    assertError(Client.stranger().get(BATCHES), 401, "sign-in-required", null);
    assertError(Client.withHeader("Bearer tk_x").get(FILES), 401, "sign-in-required", null);
    assertError(account.token("viewer").post(BATCHES, "{}"), 403, "forbidden", null);
    assertError(client.get("/v1/nothing"), 404, "not-found", null);
    assertError(client.get(BATCHES + "/batch_1"), 404, "not_found", null);
    assertError(client.get(FILES + "/file-" + "z".repeat(32)), 404, "not_found", null);
    assertError(client.delete(BATCHES), 405, "method-not-allowed", null);
    assertError(client.post(FILES, "{}"), 415, "unsupported-media-type", null);
    assertError(client.get(BATCHES + "?limit=101"), 400, "invalid-parameter", "limit");
    assertError(client.get(FILES + "?order=up"), 400, "invalid-parameter", "order");
    assertError(client.post(BATCHES, "{"), 400, "invalid-body", null);
    assertError(
        client.post(BATCHES, "{\"endpoint\": 1, \"endpoint\": 2}"),
        400,
        "duplicate-member",
        "endpoint");
    assertError(
        client.call("POST", BATCHES, "{}", "Sec-Fetch-Site", "cross-site"),
        403,
        "cross-site",
        null);
    assertThat(client.get("/v1x").json().getString("type")).endsWith(":not-found");
  }

  @Test
  void should_name_the_parameter_that_is_wrong() {
    String file = openAi.upload("a.jsonl", "{}").getString("id");
    for (Map.Entry<String, String> wrong :
        Map.of(
                "endpoint", "\"/v1/embeddings\"",
                "completion_window", "\"1h\"",
                "input_file_id", "1",
                "metadata", "{\"a\": 1}",
                "output_expires_after", "{\"anchor\": \"created_at\", \"seconds\": 5}",
                "unknown", "1")
            .entrySet()) {
      JsonObject order = OpenAi.order(file).build();
      String body = Json.createObjectBuilder(order).remove(wrong.getKey()).build().toString();
      Answer answer =
          openAi
              .client()
              .post(
                  BATCHES,
                  body.replaceFirst(
                      "}$", ", \"%s\": %s}".formatted(wrong.getKey(), wrong.getValue())));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().getJsonObject("error").getString("param")).isEqualTo(wrong.getKey());
    }
    Form unknown = new Form().field("purpose", "batch").field("ttl", "1").file("a.jsonl", "{}");
    assertError(
        openAi.client().post(FILES, unknown.body(), unknown.type()),
        400,
        "unknown_parameter",
        "ttl");
    Form twice =
        new Form().field("purpose", "batch").field("purpose", "batch").file("a.jsonl", "{}");
    assertError(
        openAi.client().post(FILES, twice.body(), twice.type()), 400, "invalid_value", "purpose");
    Form form = new Form().field("purpose", "fine-tune").file("a.jsonl", "{}");
    assertError(
        openAi.client().post(FILES, form.body(), form.type()), 400, "invalid_purpose", "purpose");
    Form without = new Form().file("a.jsonl", "{}");
    assertError(
        openAi.client().post(FILES, without.body(), without.type()),
        400,
        "missing_required_parameter",
        "purpose");
  }

  /** A batch whose work no worker begins, because they have to do with something more urgent. */
  private String paused(List<String> lines) {
    return paused(lines, Json.createObjectBuilder());
  }

  private String paused(List<String> lines, JsonObjectBuilder more) {
    Client client = openAi.client();
    String urgent = client.submit(Texts.fresh(2000), Json.createObjectBuilder().add("priority", 9));
    String id = openAi.create(lines, more);
    openAi.inState(id, Set.of("in_progress"));
    String part = "/api/v1/batches/" + openAi.parts(id).get(0).getString("id");
    JsonObject paused = client.post(part + "/pause", "").json();
    assertThat(paused.getInt("succeeded")).isZero();
    client.post(urgent + "/cancel", "");
    return id;
  }

  private static List<Integer> counts(JsonObject batch) {
    JsonObject counts = batch.getJsonObject("request_counts");
    return List.of(counts.getInt("total"), counts.getInt("completed"), counts.getInt("failed"));
  }

  private static List<JsonObject> errors(JsonObject batch) {
    return batch.getJsonObject("errors").getJsonArray("data").getValuesAs(JsonObject.class);
  }

  private List<String> errorsOf(List<String> lines) {
    return errors(openAi.ended(openAi.create(lines))).stream()
        .map(error -> error.getString("code"))
        .toList();
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("data").getValuesAs(JsonObject.class).stream()
        .map(entry -> entry.getString("id"))
        .toList();
  }

  private static void assertError(Answer answer, int status, String code, String param) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    JsonObject error = answer.json().getJsonObject("error");
    assertThat(error.keySet()).containsExactly("message", "type", "param", "code");
    assertThat(error.getString("message")).isNotBlank();
    assertThat(error.getString("code")).isEqualTo(code);
    assertThat(error.getString("param", null)).isEqualTo(param);
  }
}
