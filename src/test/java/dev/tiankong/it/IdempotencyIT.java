package dev.tiankong.it;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    assertThat(submit(key + "x", body).json().getString("id")).isNotEqualTo(first);
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
  void should_make_one_batch_of_a_hundred_submits_at_once() throws Exception {
    String key = UUID.randomUUID().toString();
    byte[] body = bodyOf(Texts.fresh(5));
    ExecutorService threads = Executors.newFixedThreadPool(100);
    Callable<String> submit = () -> submitted(key, body).json().getString("id");
    Set<String> batches = new TreeSet<>();
    for (Future<String> batch : threads.invokeAll(Collections.nCopies(100, submit))) {
      batches.add(batch.get());
    }
    threads.shutdown();

    assertThat(batches).hasSize(1);
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
    assertThat(meanwhile)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(409);
              assertThat(answer.json().getString("type")).endsWith(":idempotency-key-in-progress");
              assertThat(answer.header("Retry-After")).isEqualTo("2");
            });
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

  /** Sent again as long as another one is being taken in, as the answer asks for. */
  private Answer submitted(String key, byte[] body) {
    return await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> submit(key, body), answer -> answer.status() != 409);
  }

  private Answer submit(String key, byte[] body) {
    return client.post("/api/v1/batches", body, Map.of("Idempotency-Key", key));
  }

  private static byte[] bodyOf(List<String> texts) {
    return Json.createArrayBuilder(texts).build().toString().getBytes(StandardCharsets.UTF_8);
  }
}
