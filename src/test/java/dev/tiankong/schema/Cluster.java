package dev.tiankong.schema;

import dev.tiankong.local.Database;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The launcher's PostgreSQL, and those who come to it. */
public final class Cluster implements Closeable {

  private static final String PASSWORD = "only-for-tests";

  private final Database database;

  private Cluster(Database database) {
    this.database = database;
  }

  /** With the tables of this version. */
  public static Cluster migrated(Path folder) throws IOException {
    Cluster cluster = start(folder);
    cluster.migrate("tiankong", "filesystem:db-migrations");
    return cluster;
  }

  public static Cluster start(Path folder) throws IOException {
    return new Cluster(Database.start(folder, 0, Database.Passwords.same(PASSWORD)));
  }

  /** As the server does when it starts. */
  void migrate(String database, String location) {
    new Migrations(owner(database), "tiankong_application", location).run();
  }

  /** Owns the launcher's database, and may create no roles. */
  public DataSource owner(String database) {
    return login("tiankong", PASSWORD, database);
  }

  /** What the server works with: may read and change rows. */
  public DataSource application(String database) {
    return login("tiankong_application", PASSWORD, database);
  }

  public DataSource administrator(String database) {
    return login("postgres", PASSWORD, database);
  }

  DataSource login(String user, String password, String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(this.database.settings().get("TIANKONG_DB_URL"));
    dataSource.setDatabaseName(database);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  public static void run(DataSource dataSource, String statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statements);
    }
  }

  /** A row of column names, and one for each row of the answer. Times are in UTC. */
  static List<List<String>> ask(DataSource dataSource, String question) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set time zone 'UTC'");
      try (ResultSet answer = sql.executeQuery(question)) {
        return rows(answer);
      }
    }
  }

  private static List<List<String>> rows(ResultSet answer) throws SQLException {
    ResultSetMetaData columns = answer.getMetaData();
    List<List<String>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    rows.add(names);
    while (answer.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        row.add(answer.getString(column));
      }
      rows.add(row);
    }
    return rows;
  }

  /** What is in the rows under the names, of an answer with one column. */
  public static List<String> column(DataSource dataSource, String question) throws SQLException {
    return ask(dataSource, question).stream().skip(1).map(row -> row.get(0)).toList();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
