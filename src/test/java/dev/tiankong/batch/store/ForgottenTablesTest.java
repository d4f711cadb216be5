package dev.tiankong.batch.store;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.schema.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenTablesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WAITING = "select count(*) from pg_locks where not granted";

  @TempDir Path folder;

  @Test
  void should_be_dropped_by_one_server_when_two_come_at_once() throws IOException, SQLException {
    try (Cluster cluster = Cluster.migrated(folder)) {
      DataSource application = cluster.application("tiankong");
      DataSource owner = cluster.owner("tiankong");
      Cluster.run(application, "select add_day('2025-08-31')");
      CompletableFuture<List<String>> first;
      try (Connection reader = application.getConnection()) {
        reader.setAutoCommit(false);
        reader.createStatement().execute("select from item");
        first = supplyAsync(() -> dropForgotten(owner));
        await().until(() -> Cluster.column(application, WAITING).get(0).equals("1"));

        assertThat(supplyAsync(() -> dropForgotten(owner)))
            .succeedsWithin(PATIENCE)
            .isEqualTo(List.of());
      }

      assertThat(first)
          .succeedsWithin(PATIENCE)
          .isEqualTo(List.of("item_20250831", "item_result_20250831"));
      Cluster.run(application, "select add_day('2025-08-30')");
      assertThat(dropForgotten(owner)).as("the lock is free again").hasSize(2);
    }
  }

  private static List<String> dropForgotten(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return ForgottenTables.drop(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
