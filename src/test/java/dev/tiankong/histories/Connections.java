package dev.tiankong.histories;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The connections of one thread to the database: as many as it has transactions at a time. Every
 * statement and every commit is announced before it is sent.
 */
final class Connections {

  private static final ThreadLocal<Connections> CURRENT = new ThreadLocal<>();

  private final DataSource database;
  private final Blocked blocked;
  private final Consumer<SQLException> failures;
  private final Deque<Connection> free = new ArrayDeque<>();
  private final List<Integer> backends = new ArrayList<>();

  /** Tells whether one of these backends waits for a lock. */
  interface Blocked {
    boolean isOneOf(List<Integer> backends);
  }

  /**
   * @param failures hears of each statement that the database refused
   */
  Connections(DataSource database, Blocked blocked, Consumer<SQLException> failures) {
    this.database = database;
    this.blocked = blocked;
    this.failures = failures;
  }

  /** From now on the current thread gets these. */
  void use() {
    CURRENT.set(this);
  }

  boolean oneIsBlocked() {
    return blocked.isOneOf(backends());
  }

  private synchronized List<Integer> backends() {
    return List.copyOf(backends);
  }

  /** Gives each thread its own. */
  static DataSource ofThread(DataSource others) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Connections own = CURRENT.get();
          if (own == null) {
            return invoke(others, method, arguments);
          }
          return switch (method.getName()) {
            case "getConnection" -> own.take();
            case "getLogWriter" -> new PrintWriter(System.err);
            default -> invoke(others, method, arguments);
          };
        });
  }

  private synchronized Connection take() throws SQLException {
    Connection connection = free.poll();
    if (connection == null) {
      connection = database.getConnection();
      connection.setAutoCommit(false);
      backends.add(connection.unwrap(PGConnection.class).getBackendPID());
    }
    return announcing(connection);
  }

  private synchronized void giveBack(Connection connection) throws SQLException {
    connection.rollback();
    free.push(connection);
  }

  private Connection announcing(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          switch (method.getName()) {
            case "close":
              giveBack(connection);
              return null;
            case "commit":
              Actor.stopBefore("commit");
              break;
            default:
          }
          Object answer = invoke(connection, method, arguments);
          if (answer instanceof PreparedStatement statement) {
            return announcing(PreparedStatement.class, statement, (String) arguments[0]);
          }
          return answer instanceof Statement statement
              ? announcing(Statement.class, statement, null)
              : answer;
        });
  }

  private <T extends Statement> T announcing(Class<T> type, T statement, String sql) {
    return proxy(
        type,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            Actor.stopBefore(sql == null ? (String) arguments[0] : sql);
          }
          try {
            return invoke(statement, method, arguments);
          } catch (SQLException e) {
            failures.accept(e);
            throw e;
          }
        });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Connections.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  synchronized void close() throws SQLException {
    for (Connection connection : free) {
      connection.close();
    }
    free.clear();
  }
}
