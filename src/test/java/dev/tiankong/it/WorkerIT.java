package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What operators see of the servers and their workers. */
@ArquillianTest
class WorkerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Client operator = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_tell_how_the_server_is() {
    JsonObject node = node("tiankong");

    assertThat(node.getBoolean("alive")).isTrue();
    assertThat(node.getInt("uptimeSeconds")).isPositive();
    JsonObject memory = node.getJsonObject("memory");
    assertThat(bytes(memory, "heapUsed")).isBetween(1L, bytes(memory, "heapMax"));
    assertThat(bytes(memory, "resident")).isGreaterThan(bytes(memory, "heapUsed"));
    assertThat(node.getJsonArray("models").getString(0)).isEqualTo("bert-base-multilingual-cased");
    assertThat(workers()).hasSize(2);
  }

  @Test
  void should_tell_what_each_worker_is_at() {
    String batch = operator.submit(Texts.fresh(600));
    String id = batch.substring(batch.lastIndexOf('/') + 1);
    try {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  workers().stream()
                      .anyMatch(
                          worker ->
                              worker.getString("batch", "").equals(id)
                                  && !worker.isNull("chunk")
                                  && !worker.isNull("since")));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  workers().stream()
                      .anyMatch(
                          worker ->
                              worker.getInt("chunksLastMinute") > 0
                                  && worker.getJsonNumber("textsPerSecond").doubleValue() > 0));
    } finally {
      operator.post(batch + "/cancel", "");
    }
    await()
        .atMost(PATIENCE)
        .until(() -> workers().stream().allMatch(worker -> worker.isNull("batch")));
  }

  @Test
  void should_tell_what_other_servers_said_and_forget_who_is_silent_for_a_day()
      throws SQLException {
    insert("other", "now()");
    insert("silent", "now() - interval '1 minute'");
    insert("gone", "now() - interval '25 hours'");
    try {
      assertThat(node("other").getBoolean("alive")).isTrue();
      assertThat(node("other").getJsonArray("workers").getJsonObject(0).getInt("chunk"))
          .isEqualTo(7);
      assertThat(node("silent").getBoolean("alive")).isFalse();
      operator.run("report-node");
      assertThat(nodes())
          .extracting(node -> node.getString("node"))
          .contains("silent")
          .doesNotContain("gone");
    } finally {
      Tables.run("delete from node where name in ('other', 'silent', 'gone')");
    }
  }

  private static void insert(String name, String heardAt) throws SQLException {
    Tables.run(
        """
        insert into node (name, started_at, heard_at, heap_used, heap_max, models, workers)
        values ('%s', now() - interval '2 days', %s, 1, 2, '{}', '[{
          "batch": "019ab1f2-6c9a-7d61-9d0e-5f4f6a7a8c11", "chunk": 7,
          "since": "2026-11-23T22:40:06.071Z", "chunksLastMinute": 1, "textsPerSecond": 0.5
        }]')
        """
            .formatted(name, heardAt));
  }

  @Test
  void should_write_down_for_others_what_it_says_of_itself() throws SQLException {
    Books books = new Books(Tables.source());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                books.number(
                        """
                        select count(*) from node
                        where name = 'tiankong' and heard_at > now() - interval '15 seconds'
                          and models = '{bert-base-multilingual-cased}'
                          and jsonb_array_length(workers) = 2
                        """)
                    == 1);
  }

  @Test
  void should_be_for_operators() {
    assertThat(Account.make("submitter").client().get("/api/v1/workers").status()).isEqualTo(403);
  }

  private List<JsonObject> nodes() {
    return operator
        .get("/api/v1/workers")
        .json()
        .getJsonArray("nodes")
        .getValuesAs(JsonObject.class);
  }

  private JsonObject node(String name) {
    return nodes().stream()
        .filter(node -> node.getString("node").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> workers() {
    return node("tiankong").getJsonArray("workers").getValuesAs(JsonObject.class);
  }

  private static long bytes(JsonObject memory, String which) {
    return memory.getJsonNumber(which).longValue();
  }
}
