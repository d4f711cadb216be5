package dev.tiankong.batch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one server at a time do something. The lock belongs to a connection outside of transactions,
 * so it is free again when its server dies, and does not count as a transaction to be waited for.
 */
final class AdvisoryLock {

  /** What is done under the lock. */
  interface Step {
    void run() throws SQLException;
  }

  private AdvisoryLock() {}

  /** Leaves the step out if another connection is at one of this name. */
  static void ifFree(String name, Connection connection, Step step) throws SQLException {
    if (ask("pg_try_advisory_lock", name, connection)) {
      try {
        step.run();
      } finally {
        ask("pg_advisory_unlock", name, connection);
      }
    }
  }

  private static boolean ask(String function, String name, Connection connection)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("select %s(hashtextextended(?, 0))".formatted(function))) {
      sql.setString(1, name);
      try (ResultSet answer = sql.executeQuery()) {
        answer.next();
        return answer.getBoolean(1);
      }
    }
  }
}
