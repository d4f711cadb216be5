package dev.tiankong.schema;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaysTest {

  private static final String TABLES =
      """
      select relname from pg_class
      where relkind = 'r' and relname ~ '^item.*_20310101$' order by relname
      """;

  private static final String WAITING = "select count(*) from pg_locks where not granted";

  @TempDir Path folder;

  @Test
  void should_be_made_once_when_two_first_batches_come_together() throws IOException, SQLException {
    try (Cluster cluster = Cluster.migrated(folder)) {
      DataSource application = cluster.application("tiankong");
      try (Connection first = application.getConnection();
          Connection second = application.getConnection()) {
        first.setAutoCommit(false);
        addDay(first);
        CompletableFuture<String> waiting = supplyAsync(() -> addDay(second));
        await().until(() -> Cluster.column(application, WAITING).get(0).equals("1"));
        first.commit();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
      }
      assertThat(Cluster.column(application, TABLES))
          .containsExactly("item_20310101", "item_result_20310101");
    }
  }

  private static String addDay(Connection connection) {
    try (Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery("select add_day('2031-01-01')")) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
