package dev.tiankong.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Puts the database into states that no request leads to. */
final class Tables {

  private Tables() {}

  static DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(System.getenv("TIANKONG_DB_URL"));
    // The application's own role may neither truncate nor take back what a server prepared.
    source.setUser("postgres");
    source.setPassword(System.getenv("TIANKONG_DB_PASSWORD"));
    return source;
  }

  static void run(String statements) throws SQLException {
    try (Connection connection = source().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statements);
    }
  }
}
