package dev.tiankong.batch.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Tables of days that are over and whose last batch was deleted. */
final class ForgottenTables {

  private record Table(String name, String parent, boolean detaching) {}

  private ForgottenTables() {}

  /**
   * Drops them. Waits for everybody who reads any day in a transaction.
   *
   * @return their names; none while another connection drops them
   */
  static List<String> drop(Connection connection) throws SQLException {
    List<String> dropped = new ArrayList<>();
    AdvisoryLock.ifFree(
        "forgotten tables",
        connection,
        () -> {
          for (Table table : find(connection)) {
            drop(table, connection);
            dropped.add(table.name());
          }
        });
    return dropped;
  }

  private static List<Table> find(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery("select name, parent, detaching from forgotten_table order by name")) {
      while (rows.next()) {
        tables.add(
            new Table(
                rows.getString("name"), rows.getString("parent"), rows.getBoolean("detaching")));
      }
    }
    return tables;
  }

  private static void drop(Table table, Connection connection) throws SQLException {
    // A server that ended in the middle has left it on its way out, or out already.
    String how = table.detaching() ? "finalize" : "concurrently";
    try (Statement sql = connection.createStatement()) {
      if (table.parent() != null) {
        sql.execute(
            "alter table %s detach partition %s %s".formatted(table.parent(), table.name(), how));
      }
      sql.execute("drop table if exists " + table.name());
    }
  }
}
