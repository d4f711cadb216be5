package dev.tiankong.it;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A client that did not hear the answer can hand in again. */
@ArquillianTest
class IdempotencyIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_give_the_same_batch_for_the_same_key_and_body() {
    String key = UUID.randomUUID().toString();
    byte[] body = bodyOf(Texts.fresh(2));
    String first = submit(key, body).json().getString("id");
    client.finished("/api/v1/batches/" + first);

    Answer again = submit(key, body);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().getString("id")).isEqualTo(first);
    assertThat(again.json().getString("state")).isEqualTo("COMPLETED");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    Answer other = submit(key + "x", body);
    assertThat(other.json().getString("id")).isNotEqualTo(first);
    assertThat(other.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void should_refuse_the_same_key_with_another_body() {
    String key = UUID.randomUUID().toString();
    String first = submit(key, bodyOf(Texts.fresh(1))).json().getString("id");

    Answer other = submit(key, bodyOf(Texts.fresh(1)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().getString("type")).endsWith(":idempotency-key-reused");
    assertThat(other.json().getString("detail")).contains(key).contains(first);
  }

  @Test
  void should_refuse_the_same_key_with_the_same_bytes_read_in_another_way() {
    String key = UUID.randomUUID().toString();
    byte[] body =
        "text\nParis is the [MASK] of France %s\n"
            .formatted(key)
            .getBytes(StandardCharsets.US_ASCII);
    Answer first = submit(key, body, "text/csv");
    assertThat(first.status()).isEqualTo(202);

    assertThat(submit(key, body, "text/plain").status()).isEqualTo(422);
    assertThat(submit(key, body, "text/csv; charset=GB18030").status()).isEqualTo(422);
    Answer again = submit(key, body, "Text/CSV;charset=\"utf-8\"");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json().getString("id")).isEqualTo(first.json().getString("id"));
  }

  @Test
  void should_free_the_key_with_its_batch() {
    String key = UUID.randomUUID().toString();
    String first = submit(key, bodyOf(Texts.fresh(1))).json().getString("id");
    client.finished("/api/v1/batches/" + first);
    client.delete("/api/v1/batches/" + first);

    assertThat(submit(key, bodyOf(Texts.fresh(1))).status()).isEqualTo(202);
  }

  @Test
  void should_refuse_what_is_no_key() {
    assertThat(submit(" ", bodyOf(Texts.fresh(1))).status()).isEqualTo(400);
    assertThat(submit("k".repeat(256), bodyOf(Texts.fresh(1))).status()).isEqualTo(400);
  }

  @Test
  void should_make_one_batch_of_a_hundred_submits_at_once() {
    String key = UUID.randomUUID().toString();
    byte[] body = bodyOf(Texts.fresh(5));

    List<Answer> answers = AtOnce.each(100, () -> submit(key, body));

    Set<String> batches =
        answers.stream()
            .filter(answer -> answer.status() == 202)
            .map(answer -> answer.json().getString("id"))
            .collect(Collectors.toSet());
    assertThat(batches).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull());
  }

  @Test
  void should_answer_at_once_while_a_submit_with_the_key_is_taken_in() throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] body = bodyOf(Texts.fresh(2));
    Client other = Account.make("viewer").client();
    List<Answer> meanwhile;
    CompletableFuture<Answer> first;
    try (Connection holding = Tables.source().getConnection();
        Statement sql = holding.createStatement()) {
      holding.setAutoCommit(false);
      // Nothing can be put into it: a submit stays in the middle of its transaction.
      sql.execute("lock table chunk in share mode");
      first = supplyAsync(() -> submit(key, body));
      await().until(() -> isBeingTakenIn(key));

      meanwhile = AtOnce.each(26, () -> submit(key, body));

      assertThat(other.get("/api/v1/me").status()).isEqualTo(200);
    }
    // Those for which the user had too many others in progress are told that instead.
    assertThat(meanwhile)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(409, 429))
        .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotNull())
        .anySatisfy(
            answer ->
                assertThat(answer.json().getString("type"))
                    .endsWith(":idempotency-key-in-progress"));
    String batch = first.join().json().getString("id");
    assertThat(submit(key, body).json().getString("id")).isEqualTo(batch);
  }

  private static boolean isBeingTakenIn(String key) throws SQLException {
    return new Books(Tables.source())
        .text(
            "select exists (select from pg_locks where locktype = 'advisory' and granted"
                + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('admin %s', 0))"
                    .formatted(key))
        .equals("t");
  }

  private Answer submit(String key, byte[] body, String type) {
    return client.post(
        "/api/v1/batches", body, Map.of("Idempotency-Key", key, "Content-Type", type));
  }

  private Answer submit(String key, byte[] body) {
    return client.post("/api/v1/batches", body, Map.of("Idempotency-Key", key));
  }

  private static byte[] bodyOf(List<String> texts) {
    return Json.createArrayBuilder(texts).build().toString().getBytes(StandardCharsets.UTF_8);
  }
}
