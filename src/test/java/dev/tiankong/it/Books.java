package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** What the database has written down when a fault is over. */
final class Books {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String OPEN = "select count(*) from batch where finished_at is null";

  private static final String PREPARED =
      "select %s from pg_prepared_xacts where database = current_database()";

  private static final String LOST =
      """
      select count(*) from item left join item_result r using (batch_id, index)
      where r.state is null
        and not exists (select from batch b where b.id = batch_id and b.state = 'CANCELLED')
      """;

  /** Batches whose counts are not what their rows say, or that have not all of their items. */
  private static final String MISCOUNTED =
      """
      select count(*) from batch b
      where (total, succeeded, failed, cancelled) <> (
        select
          count(*),
          count(*) filter (where r.state = 'SUCCEEDED'),
          count(*) filter (where r.state = 'FAILED'),
          count(*) filter (where r.state is null and b.state = 'CANCELLED')
        from item left join item_result r using (batch_id, index)
        where batch_id = b.id
      )
      """;

  /** Attempts beyond the one that each chunk needs. */
  private static final String REPEATED =
      """
      select coalesce(sum(attempt) - count(*) filter (where state in ('DONE', 'FAILED')), 0)
      from chunk where attempt > 0
      """;

  /** Only a cancel leaves a worker at a chunk that nobody will begin on again. */
  private static final String UNENDED =
      """
      select count(*) from chunk_attempt a join batch b on b.id = a.batch_id
      where outcome = 'RUNNING' and b.state <> 'CANCELLED'
      """;

  /** Chunks that count other attempts than are written down, or whose answers come from none. */
  private static final String UNEXPLAINED =
      """
      select count(*) from chunk c
      where (attempt, state = 'DONE') <> (
        select count(*)::integer, count(*) filter (where outcome = 'SUCCEEDED') = 1
        from chunk_attempt a
        where a.batch_id = c.batch_id and a.chunk = c.number
      )
      """;

  private final DataSource database;

  Books(DataSource database) {
    this.database = database;
  }

  /** Waits until every batch is final, and asserts that nothing was lost and nothing doubled. */
  void close(String fault) throws SQLException, IOException {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> open() == 0);
    assertThat(number(LOST)).as("items without a result").isZero();
    assertThat(number(MISCOUNTED)).as("batches whose counts are wrong").isZero();
    await().atMost(PATIENCE).until(() -> number(UNENDED) == 0);
    assertThat(number(UNEXPLAINED)).as("chunks whose attempts are not all known").isZero();
    report(
        "| %s | %d | %d | %d | %d |"
            .formatted(
                fault,
                number("select count(*) from item"),
                number("select count(*) from item_result where state = 'FAILED'"),
                number("select count(*) from chunk where state in ('DONE', 'FAILED')"),
                number(REPEATED)));
  }

  long attempts(String outcome) throws SQLException {
    return number("select count(*) from chunk_attempt where outcome = '%s'".formatted(outcome));
  }

  /** Adds a line to the table of this run, target/faults.md. */
  private static void report(String line) throws IOException {
    Path table = Path.of("target/faults.md");
    if (!Files.exists(table)) {
      Files.writeString(
          table, "| Fault | Items | Failed | Chunks | Repeated |\n|---|---|---|---|---|\n");
    }
    Files.writeString(table, line + "\n", StandardOpenOption.APPEND);
  }

  /**
   * Batches that are not final, and transactions that recovery is yet to commit. These come first:
   * what they hide is a batch when they are gone.
   */
  long open() throws SQLException {
    return number(PREPARED.formatted("count(*)")) + number(OPEN);
  }

  /** Whether no server has made its tables yet. */
  boolean isNew() throws SQLException {
    return text("select to_regclass('batch')") == null;
  }

  long number(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  String text(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  void run(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Takes back what a server prepared that will never end it. */
  void rollBackPrepared() throws SQLException {
    String next = PREPARED.formatted("min(format('rollback prepared %L', gid))");
    for (String rollback = text(next); rollback != null; rollback = text(next)) {
      run(rollback);
    }
  }

  void clear() throws SQLException {
    run("truncate batch, item, item_result, known_answer, discarded_batch cascade");
  }
}
