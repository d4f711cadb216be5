package dev.tiankong.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.FillOutcome;
import dev.tiankong.page.ConsoleWords;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.ProblemCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each problem and each error of a text occurs, with what the console needs to say it. */
@ArquillianTest
class EveryProblemIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final String FILL_MASK = "/api/v1/fill-mask";
  private static final String HUGGING_FACE = "/models/bert-base-multilingual-cased";
  private static final String TOKENS = "/api/v1/tokens";
  private static final String GOOD = "[\"北[MASK]\"]";

  private static final ConsoleWords WORDS = ConsoleWords.read();

  /** What no single request leads to, with the tests in which it occurs. */
  private static final Map<ProblemCode, String> ELSEWHERE =
      Map.ofEntries(
          entry(ProblemCode.REQUEST_REFUSED, "problem/ContainerErrorsTest"),
          entry(ProblemCode.BODY_TOO_SLOW, "it/SlowClientIT"),
          entry(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS, "it/IdempotencyIT"),
          entry(ProblemCode.WEBHOOK_SECRET_CHANGED, "it/WebhookIT"),
          entry(ProblemCode.TOO_MUCH_OPEN, "it/LimitIT"),
          entry(ProblemCode.TOO_MANY_SUBMITS, "it/LimitIT"),
          entry(ProblemCode.TOO_MANY_UPLOADS, "it/SlowClientIT"),
          entry(ProblemCode.TOO_MANY_DOWNLOADS, "it/RevocationIT"),
          entry(ProblemCode.TOO_MANY_STREAMS, "it/EventsIT"),
          entry(ProblemCode.TOO_MANY_REQUESTS, "it/LimitIT"),
          entry(ProblemCode.TOO_MANY_TOKENS, "it/TokenIT"),
          entry(ProblemCode.TOO_MANY_CONNECTIONS, "connection/GateRefusalTest"),
          entry(ProblemCode.INTERNAL_ERROR, "it/ExportIT"),
          entry(ProblemCode.BUSY, "interactive/InteractiveSlotTest"),
          entry(ProblemCode.SERVER_BUSY, "request/TransfersTest"),
          entry(ProblemCode.TASK_UNAVAILABLE, "problem/ProblemTest"));

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void should_occur_with_what_the_console_says_of_it(ProblemCode code) throws Exception {
    if (ELSEWHERE.containsKey(code)) {
      assertThat(Path.of("src/test/java/dev/tiankong/" + ELSEWHERE.get(code) + ".java"))
          .content()
          .containsAnyOf(code.id() + "\"", "ProblemCode." + code.name());
      return;
    }

    Answer answer = answer(code);

    assertThat(answer.status()).as(answer.body()).isEqualTo(code.status());
    JsonObject problem = answer.json();
    assertThat(problem.getString("type")).isEqualTo("urn:tiankong:problem:" + code.id());
    assertThat(problem.getString("detail")).isNotBlank().doesNotContainPattern("[{]\\w+[}]|null");
    assertThat(wordsFor(code.id(), problem)).as(answer.body()).isTrue();
  }

  private static boolean wordsFor(String code, JsonObject told) {
    JsonValue given = told.getOrDefault("parameters", JsonValue.EMPTY_JSON_OBJECT);
    JsonObject parameters = given.asJsonObject();
    return WORDS.tell(code, parameters.keySet(), parameters.getString("reason", ""));
  }

  private Answer answer(ProblemCode code) throws Exception {
    return switch (code) {
      case INVALID_BODY -> client.post(BATCHES, "[");
      case DUPLICATE_MEMBER -> client.post(BATCHES, "{\"texts\": [], \"texts\": []}");
      case INVALID_PARAMETER -> client.get(BATCHES + "?limit=0");
      case INVALID_IDEMPOTENCY_KEY -> submit("Idempotency-Key", "with a blank");
      case EMPTY -> ask("");
      case NO_MASK -> ask("没有空");
      case TOO_LONG -> ask("长".repeat(20_000) + "[MASK]");
      case NO_TARGET_FITS ->
          client.post(
              HUGGING_FACE,
              "{\"inputs\": [\"我[MASK]人\"], \"parameters\": {\"targets\": [\"北京\"]}}");
      case INVALID_CHARACTER -> ask("\\u0000[MASK]");
      case SIGN_IN_REQUIRED -> Client.stranger().get(BATCHES);
      case FORBIDDEN -> Account.make("viewer").client().post(BATCHES, GOOD);
      case CROSS_SITE ->
          client.post(
              BATCHES,
              GOOD.getBytes(StandardCharsets.UTF_8),
              Map.of("Origin", "https://example.org", "Sec-Fetch-Site", "cross-site"));
      case PASSWORD_NEEDED -> Account.admin().token("operator").delete(Account.USERS + "/nobody");
      case ROLE_TOO_HIGH ->
          Account.make("viewer").client().post(TOKENS, "{\"name\": \"a\", \"role\": \"operator\"}");
      case ROLE_TOO_LOW -> revokeAStrongerToken();
      case NOT_FOUND -> client.get("/nothing/here");
      case NO_SUCH_BATCH -> client.get(BATCHES + "/" + new UUID(0, 0));
      case NO_SUCH_DELIVERY ->
          client.post(
              client.submit(Texts.fresh(1)) + "/deliveries/" + new UUID(0, 0) + "/resend", "");
      case NO_SUCH_WEBHOOK_SECRET ->
          Account.make("submitter").client().get("/api/v1/webhooks/secret");
      case NO_SUCH_USER -> client.delete(Account.USERS + "/nobody");
      case NO_SUCH_TOKEN -> client.delete(TOKENS + "/nothing");
      case NO_SUCH_QUEUE -> client.post("/api/v1/queues/nothing/pause", "");
      case NO_SUCH_DUTY -> client.post("/api/v1/duties/nothing/run", "");
      case NO_SUCH_DEAD_LETTER ->
          client.post("/api/v1/dead-letters/" + new UUID(0, 0) + "/0/retry", "");
      case METHOD_NOT_ALLOWED -> client.delete(BATCHES);
      case NOT_ACCEPTABLE -> client.get("/api/v1/me", "image/png");
      case ILLEGAL_STATE -> client.post(finished(Texts.fresh(1)) + "/pause", "");
      case NOTHING_TO_RETRY -> client.post(finished(List.of("没有空")) + "/retry", "");
      case USER_NAME_TAKEN -> client.post(Account.USERS, Account.make("viewer").json("viewer"));
      case BUILT_IN_USER -> client.delete(Account.USERS + "/admin");
      case CONFIGURED_PASSWORD ->
          client.patch(Account.USERS + "/admin", "{\"password\": \"竹杖芒鞋轻胜马谁怕一蓑烟雨\"}");
      case BODY_TOO_LARGE ->
          client.post(Account.USERS, "{\"name\": \"%s\"}".formatted("a".repeat(300_000)));
      case FIELD_TOO_LONG -> upload(new Form().field("targets", "长".repeat(30_000)));
      case RECORD_TOO_LONG -> client.post(BATCHES, "[" + " ".repeat(1_000_001) + "]");
      case TOO_MANY_TEXTS ->
          client.post(
              FILL_MASK,
              Json.createObjectBuilder()
                  .add("texts", Json.createArrayBuilder(Texts.fresh(33)))
                  .build()
                  .toString());
      case UNSUPPORTED_MEDIA_TYPE -> client.post(FILL_MASK, new byte[1], "text/plain");
      case UNSUPPORTED_ENCODING -> submit("Content-Encoding", "br");
      case UNSUPPORTED_CHARSET -> client.post(BATCHES, new byte[1], "text/plain; charset=klingon");
      case UNSUPPORTED_FILE_TYPE -> upload(new Form().file("verses.pdf", "x"));
      case INVALID_OPTIONS -> client.post(BATCHES + "?topK=0", GOOD);
      case UNKNOWN_TASK -> client.post(BATCHES + "?task=none", GOOD);
      case UNKNOWN_MODEL -> client.post(BATCHES + "?model=none", GOOD);
      case CALLBACK_REFUSED -> client.post(BATCHES + "?callbackUrl=https://127.0.0.1:22/", GOOD);
      case NO_WEBHOOK_SECRET ->
          Account.make("submitter")
              .client()
              .post(BATCHES + "?callbackUrl=https://8.8.8.8/hook", GOOD);
      case NO_TEXTS -> client.post(BATCHES, "[]");
      case NO_TEXT_COLUMN -> table("verse\n北[MASK]\n");
      case TOO_MANY_COLUMNS -> table(columns(300) + "\n");
      case COLUMN_NAME_TOO_LONG -> table("text," + "n".repeat(1_001) + "\n");
      case INVALID_TEXTS -> client.post(BATCHES + "?onError=reject", "[\"没有空\"]");
      case IDEMPOTENCY_KEY_REUSED -> reuseAKey();
      case TEXT_TOO_LONG ->
          client.post(FILL_MASK, "{\"text\": \"%s\"}".formatted("a".repeat(100_001)));
      case TOO_MUCH_WORK ->
          client.post(
              FILL_MASK, "{\"text\": \"%s\"}".formatted("长[MASK]".repeat(8) + "长".repeat(300)));
      case INVALID_USER_NAME -> client.post(Account.USERS, Account.named("张三").json("viewer"));
      case INVALID_PASSWORD ->
          client.post(Account.USERS, new Account("a1", "short").json("viewer"));
      case WEAK_PASSWORD ->
          client.post(Account.USERS, new Account("a1", "password1234").json("viewer"));
      case UNKNOWN_ROLE -> client.post(Account.USERS, Account.named("a1").json("emperor"));
      case INVALID_TOKEN_NAME -> client.post(TOKENS, "{\"name\": \"\", \"role\": \"viewer\"}");
      case INVALID_EXPIRY ->
          client.post(TOKENS, "{\"name\": \"a\", \"role\": \"viewer\", \"expiresInDays\": 0}");
      case SIGN_IN_CLOSED -> guess();
      case UNAVAILABLE -> changeALockedBatch();
      case NO_AUDIT -> changeWithoutAudit();
      default -> throw new AssertionError("No request leads to " + code);
    };
  }

  private Answer submit(String header, String value) {
    return client.post(BATCHES, GOOD.getBytes(StandardCharsets.UTF_8), Map.of(header, value));
  }

  private Answer ask(String text) {
    return client.post(HUGGING_FACE, "{\"inputs\": \"%s\"}".formatted(text));
  }

  private Answer table(String lines) {
    return client.post(BATCHES, lines.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  private Answer upload(Form form) {
    return client.post(BATCHES, form.body(), form.type());
  }

  private static String columns(int many) {
    return "text,"
        + IntStream.range(0, many).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  private String finished(List<String> texts) {
    String batch = client.submit(texts);
    client.finished(batch);
    return batch;
  }

  private static Answer revokeAStrongerToken() {
    Account account = Account.make("submitter");
    String stronger = account.newToken("submitter").getString("id");
    return account.token("viewer").delete(TOKENS + "/" + stronger);
  }

  private Answer reuseAKey() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    client.post(BATCHES, GOOD.getBytes(StandardCharsets.UTF_8), key);
    return client.post(BATCHES, "[\"南[MASK]\"]".getBytes(StandardCharsets.UTF_8), key);
  }

  /** Until the name is closed. */
  private static Answer guess() {
    Client wrong = Client.signedIn("nobody-" + UUID.randomUUID(), "not the password");
    Answer answer = wrong.get(BATCHES);
    for (int i = 0; i < 20 && answer.status() == 401; i++) {
      answer = wrong.get(BATCHES);
    }
    return answer;
  }

  private Answer changeALockedBatch() throws SQLException {
    String batch = client.schedule(Texts.fresh(1), Json.createObjectBuilder());
    try (Connection other = Tables.source().getConnection();
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute(
          "select from batch where id = '%s' for update"
              .formatted(batch.substring(batch.lastIndexOf('/') + 1)));
      return client.post(batch + "/pause", "");
    }
  }

  private Answer changeWithoutAudit() throws SQLException {
    Tables.run("alter table audit rename to audit_away");
    try {
      return client.post(BATCHES, GOOD);
    } finally {
      Tables.run("alter table audit_away rename to audit");
    }
  }

  @Test
  void should_answer_each_error_of_a_text_with_what_the_console_says_of_it() throws Exception {
    List<String> lines =
        List.of(
            "\"\"",
            "\"没有空\"",
            "\"春风又[MACK]江南岸\"",
            "\"%s[MASK]\"".formatted("长".repeat(100_001)),
            "\"我[MASK]人\"",
            "17",
            "{\"verse\": \"北[MASK]\"}",
            "\"\\u0000[MASK]\"",
            "{");
    Answer submitted =
        client.post(
            BATCHES + "?targets=北京",
            String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
            "application/x-ndjson");
    String batch = BATCHES + "/" + submitted.json().getString("id");
    client.finished(batch);

    List<JsonObject> errors =
        Items.of(client.get(batch + "/results")).stream()
            .map(item -> item.getJsonObject("error"))
            .toList();

    assertThat(errors)
        .hasSameSizeAs(lines)
        .allSatisfy(
            error -> {
              assertThat(wordsFor(error.getString("code"), error)).as(error.toString()).isTrue();
              assertThat(error.getString("message")).doesNotContainPattern("[{]\\w+[}]");
            });
    assertThat(errors.get(2).getJsonObject("parameters").getString("found")).isEqualTo("[MACK]");
    Set<String> codes =
        errors.stream().map(error -> error.getString("code")).collect(Collectors.toSet());
    // A fault is needed for the last one, see below.
    codes.add(ItemErrorCode.ATTEMPTS_EXHAUSTED.name());
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ItemErrorCode.values(), FillOutcome.Reason.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toSet()));
    assertThat(Files.readString(Path.of("src/test/java/dev/tiankong/it/RedeliveryIT.java")))
        .contains("\"ATTEMPTS_EXHAUSTED\"");
    JsonObject groups = client.get(batch + "/errors").json();
    assertThat(groups.getJsonArray("errors").getValuesAs(JsonObject.class))
        .allSatisfy(group -> assertThat(wordsFor(group.getString("code"), group)).isTrue());
  }
}
