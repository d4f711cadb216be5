package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The product as the launcher starts it, there to be killed, piece by piece. */
public final class Victim implements Closeable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSWORD = "only-for-tests";

  private final Home home;
  private final Installation installation;
  private final Map<String, String> settings;
  private final URI uri;
  private final Database database;
  private Map<String, String> settingsOfThisStart = Map.of();
  private Server server;
  private boolean closed;

  private Victim(Home home, Installation installation, Map<String, String> own) throws IOException {
    this.home = home;
    this.installation = installation;
    this.database =
        Database.start(home.database(), Ports.free(), Database.Passwords.same(PASSWORD));
    int port = Ports.free();
    this.uri = URI.create("http://127.0.0.1:" + port);
    settings = new HashMap<>(database.settings());
    settings.put("TIANKONG_HOME", home.folder().toString());
    settings.put("TIANKONG_HTTP_PORT", Integer.toString(port));
    settings.put("TIANKONG_MANAGEMENT_PORT", Integer.toString(Ports.free()));
    // Its port belongs to the server that all other tests share.
    settings.put("TIANKONG_HTTPS", "false");
    settings.putAll(own);
  }

  /**
   * Starts a database in an empty folder, no server yet.
   *
   * @param models where models are installed; shared, because a copy takes a gigabyte
   * @param own further settings of the product
   */
  public static Victim in(
      Path folder, Path server, Path war, Path models, Path modelSource, Map<String, String> own)
      throws IOException {
    Home home = new Home(folder);
    home.create();
    Files.createSymbolicLink(home.models(), models);
    return new Victim(home, new Installation(server, war, modelSource), own);
  }

  /** For what a test starts beside it. */
  public static int freePort() throws IOException {
    return Ports.free();
  }

  /**
   * Starts the server and returns at once: it may be its fate to die while it starts.
   *
   * @param more settings for this start alone
   */
  public synchronized void launchServer(Map<String, String> more) throws IOException {
    if (closed) {
      throw new IllegalStateException("The tests are at their end");
    }
    settingsOfThisStart = more;
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(more);
    server = Server.start(installation, home, all, silent());
  }

  public void startServer(Map<String, String> more) throws IOException {
    launchServer(more);
    awaitReady();
  }

  public void awaitReady() {
    ServerReadiness readiness = new ServerReadiness(uri);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              assertThat(server.isAlive()).as("server, see " + home.serverLog()).isTrue();
              readiness.isReached();
              return readiness.lastAnswer();
            },
            answer -> answer.startsWith("200"));
  }

  /** Whether the server is up, with no settings but the usual ones. */
  public boolean runsAsEver() {
    return serverLives() && settingsOfThisStart.isEmpty();
  }

  public boolean serverLives() {
    return server != null && server.isAlive();
  }

  public void stopServer() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  public void killServer() throws IOException {
    kill(serverProcess());
    stopServer();
  }

  public long serverPid() throws IOException {
    return Long.parseLong(Files.readString(home.server().resolve("process-id")));
  }

  /** The TCP ports that the server listens on (Linux). */
  public Set<Integer> listensOn() throws IOException {
    Path process = Path.of("/proc", Long.toString(serverPid()));
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          sockets.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    Set<Integer> ports = new TreeSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Files.readAllLines(process.resolve(table)).stream()
          .map(line -> line.strip().split("\\s+"))
          // Local address, and state: 0A is LISTEN.
          .filter(fields -> fields[3].equals("0A"))
          .filter(fields -> sockets.contains("socket:[" + fields[9] + "]"))
          .forEach(fields -> ports.add(portOf(fields[1])));
    }
    return ports;
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
  }

  private ProcessHandle serverProcess() throws IOException {
    return ProcessHandle.of(serverPid()).orElseThrow();
  }

  /** All that the broker has written. */
  public Path journal() {
    return home.server().resolve("data/activemq");
  }

  /** What recovery would end after the next start. */
  public Path transactions() {
    return home.server().resolve("data/tx-object-store");
  }

  public Path folder() {
    return home.folder();
  }

  public Path serverLog() {
    return home.serverLog();
  }

  public void killDatabase() throws IOException {
    ProcessHandle postmaster = databaseProcess();
    List<ProcessHandle> children = postmaster.descendants().toList();
    kill(postmaster);
    // They notice by themselves; a new postmaster refuses to start beside one of them.
    children.forEach(child -> child.onExit().join());
  }

  /** Starts the killed one again. */
  public void restartDatabase() throws IOException {
    database.restart();
  }

  public boolean databaseAnswers() {
    try (Connection connection = database().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private ProcessHandle databaseProcess() throws IOException {
    String pid = Files.readAllLines(home.database().resolve("data/postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  public DataSource database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.get("TIANKONG_DB_URL"));
    // The application's own role may neither truncate nor take back what a server prepared.
    source.setUser("postgres");
    source.setPassword(PASSWORD);
    return source;
  }

  public URI uri() {
    return uri;
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static Console silent() {
    return new Console(new PrintStream(PrintStream.nullOutputStream()));
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      stopServer();
    } finally {
      if (!databaseAnswers()) {
        restartDatabase();
      }
      database.close();
    }
  }
}
