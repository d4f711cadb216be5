package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that was filled with a million texts by the first version, and is then migrated. */
class MillionItemsTest {

  private static final String COUNTS =
      """
      select
        (select count(*) from batch) as batches,
        (select count(*) from item) as items,
        (select count(*) from item_result where state = 'SUCCEEDED') as succeeded,
        (select count(*) from item_result where state = 'FAILED') as failed,
        (select sum(cardinality(tokens)) from item_result) as tokens,
        (select count(*) from chunk where state = 'DONE') as chunks
      """;

  /** 00000000-0000-4000-8000-000000000002 until the migration gave it its time. */
  private static final String SMALL_BATCH = "01a20244-e800-7000-8000-000000000002";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource owner;
  private static List<List<String>> before;

  @BeforeAll
  static void migrateWhatTheFirstVersionLeft() throws IOException, SQLException {
    Path first = Files.createDirectory(folder.resolve("first"));
    for (String migration : List.of("V001__batches.sql", "V002__users.sql")) {
      Files.copy(Path.of("db-migrations", migration), first.resolve(migration));
    }
    cluster = Cluster.start(folder.resolve("postgres"));
    owner = cluster.owner("tiankong");
    cluster.migrate("tiankong", "filesystem:" + first);
    Cluster.run(
        cluster.administrator("tiankong"),
        Files.readString(Path.of("src/test/resources/reporting/million.sql")));
    before = Cluster.ask(owner, COUNTS);
    cluster.migrate("tiankong", "filesystem:db-migrations");
    Cluster.run(
        owner,
        """
        insert into chunk_attempt (batch_id, chunk, attempt, node, worker, started_at, ended_at, outcome)
        select batch_id, number, attempt, 'first', 1, touched_at, touched_at, 'SUCCEEDED'
        from chunk where attempt > 0
        """);
    // As autovacuum does sooner or later.
    Cluster.run(owner, "analyze");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @Test
  void should_lose_nothing_and_double_nothing() throws SQLException {
    assertThat(before.get(1))
        .containsExactly("2", "1000100", "990099", "10001", "4950495", "10001");
    assertThat(Cluster.ask(owner, COUNTS)).isEqualTo(before);
  }

  @Test
  void should_show_old_batches_in_the_reports() throws SQLException {
    assertThat(
            Cluster.column(
                owner,
                """
                select sum(succeeded) || ' ' || sum(failed) || ' ' || sum(chunks)
                from reporting.hourly_throughput
                """))
        .containsExactly("990099 10001 10001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batches",
        "items",
        "predictions",
        "fillings",
        "errors",
        "attempts",
        "worker_activity",
        "cache_efficiency"
      })
  void should_not_read_a_million_texts_to_report_on_a_small_batch(String view) throws SQLException {
    List<String> plan =
        Cluster.column(
            owner,
            "explain select * from reporting.%s where batch_id = '%s'"
                .formatted(view, SMALL_BATCH));

    // There are too few batches for an index of theirs.
    assertThat(plan)
        .noneMatch(line -> line.contains("Seq Scan") && !line.contains("Seq Scan on batch"));
  }
}
