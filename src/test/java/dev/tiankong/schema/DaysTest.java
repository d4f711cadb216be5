package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaysTest {

  private static final String TABLES =
      """
      select relname from pg_class
      where relkind = 'r' and relname ~ '^item.*_20310101$' order by relname
      """;

  @TempDir Path folder;

  @Test
  void should_be_made_once_and_let_nobody_wait_when_two_first_batches_come_together()
      throws IOException, SQLException {
    try (Cluster cluster = Cluster.migrated(folder)) {
      DataSource application = cluster.application("tiankong");
      try (Connection first = application.getConnection();
          Connection second = application.getConnection()) {
        first.setAutoCommit(false);
        addDay(first);

        assertThatThrownBy(() -> addDay(second))
            .asInstanceOf(type(SQLException.class))
            .returns("55P03", SQLException::getSQLState);
        first.commit();
        addDay(second);
      }
      assertThat(Cluster.column(application, TABLES))
          .containsExactly("item_20310101", "item_result_20310101");
    }
  }

  private static void addDay(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("select add_day('2031-01-01')");
    }
  }
}
