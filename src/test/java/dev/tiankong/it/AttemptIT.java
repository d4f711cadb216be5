package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Who worked on what, when, and how it ended: in the database, by HTTP and in the log. */
@ArquillianTest
class AttemptIT {

  private static final String ERROR = "java.lang.IllegalStateException: The engine broke down";

  private final Client operator = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_list_each_attempt_with_worker_times_error_and_stack_trace() {
    String batch = operator.submit(List.of(failing()));
    operator.finished(batch);

    List<JsonObject> attempts = attempts(operator, batch, "");

    assertThat(attempts)
        .extracting(attempt -> attempt.getInt("attempt"))
        .containsExactly(4, 3, 2, 1);
    assertThat(attempts)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.getInt("chunk")).isZero();
              assertThat(attempt.getInt("firstIndex")).isZero();
              assertThat(attempt.getInt("lastIndex")).isZero();
              assertThat(attempt.getString("outcome")).isEqualTo("FAILED");
              assertThat(attempt.getString("node")).isEqualTo("tiankong");
              assertThat(attempt.getInt("worker")).isBetween(1, 2);
              assertThat(time(attempt, "endedAt")).isAfter(time(attempt, "startedAt"));
              assertThat(attempt.getString("error")).isEqualTo(ERROR);
              assertThat(attempt.getString("stackTrace"))
                  .startsWith(ERROR)
                  .contains("\n    at dev.tiankong.it.FaultSwitch$Faulty.fill(FaultSwitch.java:");
            });
  }

  @Test
  void should_list_attempts_that_succeeded_and_what_became_of_the_halves() {
    String batch = operator.submit(List.of(failing(), Texts.fresh(1).get(0)));
    operator.finished(batch);

    assertThat(attempts(operator, batch, "?outcome=SUCCEEDED"))
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.getInt("firstIndex")).isEqualTo(1);
              assertThat(attempt.isNull("error")).isTrue();
              assertThat(attempt.isNull("stackTrace")).isTrue();
              assertThat(attempt.isNull("endedAt")).isFalse();
            });
    // One at both together, four at the half that is to blame.
    assertThat(attempts(operator, batch, "?outcome=FAILED")).hasSize(5);
    assertThat(attempts(operator, batch, "")).hasSize(6);
  }

  @Test
  void should_go_on_page_by_page() {
    String batch = operator.submit(List.of(failing()));
    operator.finished(batch);

    List<Integer> shown = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonObject page = operator.get(batch + "/attempts?limit=1" + after).ok();
      shown.add(page.getJsonArray("attempts").getJsonObject(0).getInt("attempt"));
      after = page.isNull("next") ? null : "&after=" + page.getString("next");
    }
    assertThat(shown).containsExactly(4, 3, 2, 1);
    assertThat(operator.get(batch + "/attempts?after=x").status()).isEqualTo(400);
    assertThat(operator.get(batch + "/attempts?outcome=failed").status()).isEqualTo(400);
  }

  @Test
  void should_show_the_owner_no_server_and_no_stack_trace_and_strangers_nothing() {
    Client owner = Account.make("submitter").client();
    String batch = owner.submit(List.of(failing()));
    owner.finished(batch);

    assertThat(attempts(owner, batch, ""))
        .hasSize(4)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.getString("error")).startsWith(ERROR);
              assertThat(attempt).doesNotContainKeys("node", "worker", "stackTrace");
            });
    assertThat(Account.make("viewer").client().get(batch + "/attempts").status()).isEqualTo(404);
  }

  @Test
  void should_be_gone_with_the_batch() throws SQLException {
    String batch = operator.submit(Texts.fresh(1));
    operator.finished(batch);
    String count = "select count(*) from chunk_attempt where batch_id = '%s'".formatted(id(batch));
    assertThat(books().number(count)).isEqualTo(1);

    assertThat(operator.delete(batch).status()).isEqualTo(204);

    assertThat(books().number(count)).isZero();
  }

  @Test
  void should_count_an_attempt_as_lost_that_nothing_was_heard_of() throws SQLException {
    String batch = operator.submit(Texts.fresh(1));
    operator.finished(batch);
    Tables.run(
        """
        insert into chunk_attempt (batch_id, chunk, attempt, node, worker, started_at)
        values ('%s', 0, 2, 'gone', 1, clock_timestamp() - interval '1 day')
        """
            .formatted(id(batch)));

    operator.run("end-lost-attempts");

    assertThat(attempts(operator, batch, "?outcome=LOST"))
        .extracting(attempt -> attempt.getString("node"))
        .containsExactly("gone");
  }

  @Test
  void should_log_one_warning_with_batch_chunk_attempt_and_stack_trace() throws IOException {
    ServerLog log = new ServerLog(file());
    String batch = operator.submit(List.of(failing()));
    operator.finished(batch);

    List<String> records =
        log.recordsSince().stream().filter(line -> line.contains(id(batch))).toList();
    for (int attempt = 1; attempt <= 4; attempt++) {
      String failed = "attempt %d failed".formatted(attempt);
      assertThat(records)
          .filteredOn(line -> line.contains(failed))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line)
                      .contains(" WARN ")
                      .contains("batch=" + id(batch))
                      .contains("chunk=0")
                      .contains("Chunk " + id(batch) + "/0")
                      .contains(ERROR));
    }
    // One more says that the text is given up; the broker, and the container, say nothing.
    assertThat(records)
        .filteredOn(line -> line.matches("\\S+ \\S+ (WARN|ERROR) .*"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("[dev.tiankong.work."));
    assertThat(log.since())
        .anyMatch(line -> line.startsWith("\tat ") && line.contains("FaultSwitch$Faulty.fill"));
  }

  @Test
  void should_let_nobody_forge_a_line_of_the_log() throws IOException {
    ServerLog log = new ServerLog(file());
    String batch = operator.submit(List.of(Texts.fresh(1).get(0) + FaultSwitch.FORGE));
    operator.finished(batch);

    assertThat(attempts(operator, batch, ""))
        .allSatisfy(
            attempt -> assertThat(attempt.getString("error")).endsWith(" " + FaultSwitch.FORGED));
    assertThat(log.since())
        .anyMatch(line -> line.startsWith("\tCaused by: ") && line.endsWith(FaultSwitch.FORGED))
        .noneMatch(line -> line.startsWith(FaultSwitch.FORGED));
  }

  private static Path file() {
    return Path.of(System.getProperty("test.home"), "server/log/server.log");
  }

  private static Books books() {
    return new Books(Tables.source());
  }

  private static List<JsonObject> attempts(Client client, String batch, String query) {
    return client
        .get(batch + "/attempts" + query)
        .ok()
        .getJsonArray("attempts")
        .getValuesAs(JsonObject.class);
  }

  private static Instant time(JsonObject attempt, String which) {
    return Instant.parse(attempt.getString(which));
  }

  private static String failing() {
    return Texts.fresh(1).get(0) + FaultSwitch.ALWAYS;
  }

  private static String id(String batch) {
    return batch.substring(batch.lastIndexOf('/') + 1);
  }
}
