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

/** A database with a million texts in one batch, and a hundred in another. */
class MillionItemsTest {

  private static final String SMALL_BATCH = "01a20244-e800-7000-8000-000000000002";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource owner;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    cluster = Cluster.migrated(folder);
    owner = cluster.owner("tiankong");
    Cluster.run(
        cluster.administrator("tiankong"),
        Files.readString(Path.of("src/test/resources/reporting/million.sql")));
    // As autovacuum does sooner or later.
    Cluster.run(owner, "analyze");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @Test
  void should_count_every_text_once_in_the_reports() throws SQLException {
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
