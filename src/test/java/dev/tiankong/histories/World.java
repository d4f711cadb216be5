package dev.tiankong.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.schema.Cluster;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A database with two servers on it, and actors that do one thing each at a time. */
final class World implements Closeable {

  /** Longer than a statement takes that waits for nobody. */
  private static final long MILLIS = 3;

  private static final long MOST_MILLIS = 30_000;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Cluster cluster;
  private final DataSource database;
  private final Connection watcher;
  private final PreparedStatement blocked;
  private final EntityManagerFactory factory;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Connections> connections = new ArrayList<>();
  private final Set<Actor> waiting = new HashSet<>();
  private final List<SQLException> refused = new ArrayList<>();
  private final Complaints complaints = new Complaints();
  final Messages messages = new Messages();
  final List<Node> nodes;

  World(Path folder) throws IOException, SQLException {
    cluster = Cluster.start(folder);
    DataSource administrator = cluster.administrator("tiankong");
    // Nothing here is to survive a power cut; who waits for each other is told soon.
    for (String setting : List.of("fsync = off", "deadlock_timeout = '20ms'")) {
      Cluster.run(administrator, "alter system set " + setting);
    }
    Cluster.run(administrator, "select pg_reload_conf()");
    database = cluster.owner("tiankong");
    factory =
        Persistence.createEntityManagerFactory(
            "tiankong",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", Connections.ofThread(database),
                "hibernate.connection.provider_disables_autocommit", "true"));
    watcher = database.getConnection();
    blocked =
        watcher.prepareStatement(
            "select exists (select from unnest(?) b (pid) where pg_blocking_pids(pid) <> '{}')");
    nodes = List.of(new Node(factory, messages), new Node(factory, messages));
  }

  DataSource database() {
    return database;
  }

  /** The test's own connection, which nobody waits for. */
  Connection watcher() {
    return watcher;
  }

  /** What the database refused since the last call. */
  List<SQLException> takeRefused() {
    synchronized (refused) {
      List<SQLException> taken = List.copyOf(refused);
      refused.clear();
      return taken;
    }
  }

  Actor actor(String name) {
    Connections own = new Connections(database, this::isOneBlocked, this::note);
    connections.add(own);
    Actor actor = new Actor(name, own);
    actors.add(actor);
    return actor;
  }

  private void note(SQLException e) {
    // On a busy machine somebody may wait longer than they want to; that is no mistake.
    if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
      synchronized (refused) {
        refused.add(e);
      }
    }
  }

  private synchronized boolean isOneBlocked(List<Integer> backends) {
    try {
      Array pids = watcher.createArrayOf("int4", backends.toArray());
      blocked.setArray(1, pids);
      try (ResultSet answer = blocked.executeQuery()) {
        answer.next();
        return answer.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets an actor send the statement that it stands before, and go on to the next one. Returns also
   * if it has to wait for another's lock. Those that waited and need not any longer go on, too.
   */
  void step(Actor actor) {
    step(actor, 1);
  }

  /** The same with several statements. */
  void step(Actor actor, int statements) {
    actor.goOn(statements - 1);
    settle();
  }

  /** Ends an actor where it stands. */
  void kill(Actor actor) {
    actor.kill();
    settle();
  }

  /**
   * Waits until each actor stands still: has nothing to do, is before a statement, or at a lock.
   */
  void settle() {
    actors.forEach(this::settle);
  }

  private void settle(Actor actor) {
    boolean waited = waiting.remove(actor);
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (actor.place() == Actor.Place.RUNNING) {
      // One that waited waits on, most likely.
      if ((waited || !actor.awaitStop(MILLIS)) && actor.isWaiting()) {
        waiting.add(actor);
        return;
      }
      waited = false;
      assertThat(System.nanoTime()).as("%s gets on", actor).isLessThan(end);
    }
  }

  /** Steps until it ends, or has to wait. */
  void run(Actor actor) {
    while (actor.place() == Actor.Place.STOPPED) {
      step(actor, Integer.MAX_VALUE);
    }
  }

  /**
   * Lets all go on to their end, in turns; those who wait for each other are parted by the
   * database.
   */
  void finish() {
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    while (actors.stream().anyMatch(actor -> actor.place() != Actor.Place.IDLE)) {
      actors.forEach(this::run);
      settle();
      assertThat(System.nanoTime()).as("all get on").isLessThan(end);
    }
  }

  /** Steps until it stands before a statement that begins like this, ends, or has to wait. */
  void runUntil(Actor actor, String statement) {
    while (actor.place() == Actor.Place.STOPPED && !actor.statement().startsWith(statement)) {
      step(actor);
    }
  }

  /** Lets an hour pass for batches that are final. */
  void age() throws SQLException {
    run(
        """
        update batch set
          created_at = created_at - interval '1 hour',
          started_at = started_at - interval '1 hour',
          finished_at = finished_at - interval '1 hour',
          expires_at = expires_at - interval '1 hour'
        where id in (select id from batch where finished_at is not null for update skip locked)
        """);
  }

  /** Forgets all batches. */
  void clear() throws SQLException {
    messages.clear();
    takeRefused();
    run(
        """
        delete from batch;
        delete from discarded_batch;
        delete from known_answer;
        delete from item;
        delete from item_result
        """);
  }

  /** Makes the tables anew: rows that are gone would still be read over. */
  void truncate() throws SQLException {
    Cluster.run(
        database, "truncate batch, item, item_result, known_answer, discarded_batch cascade");
  }

  private void run(String statements) throws SQLException {
    try (Statement sql = watcher.createStatement()) {
      sql.execute(statements);
    }
  }

  PreparedStatement prepared(String sql) {
    try {
      return watcher.prepareStatement(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String question) throws SQLException {
    try (ResultSet answer = watcher.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  List<String> takeComplaints() {
    return complaints.take();
  }

  /** From beginning to end, while all others stand still. */
  <T> T now(Actor actor, Callable<T> task) {
    actor.begin(task);
    run(actor);
    return ended(actor);
  }

  /** What an actor's task came to, which has ended. */
  @SuppressWarnings("unchecked")
  <T> T ended(Actor actor) {
    assertThat(actor.place())
        .as("%s, before %s", actor, actor.statement())
        .isEqualTo(Actor.Place.IDLE);
    if (actor.failure() != null) {
      throw new AssertionError(actor + " failed", actor.failure());
    }
    return (T) actor.result();
  }

  @Override
  public void close() throws IOException {
    actors.forEach(Actor::close);
    nodes.forEach(Node::close);
    try {
      for (Connections own : connections) {
        own.close();
      }
      watcher.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    factory.close();
    complaints.close();
    cluster.close();
  }
}
