package dev.tiankong.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts the database into states that no request leads to. */
final class Tables {

  private Tables() {}

  static void run(String statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                System.getenv("TIANKONG_DB_URL"),
                System.getenv("TIANKONG_DB_USER"),
                System.getenv("TIANKONG_DB_PASSWORD"));
        Statement sql = connection.createStatement()) {
      sql.execute(statements);
    }
  }
}
