package dev.tiankong.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL of our own in a folder, on loopback only, that keeps what it confirmed through a
 * power cut. One that a killed launcher left running is taken over.
 */
public final class Database implements Closeable {
  private static final String NAME = "tiankong";
  private static final String OWNER = "tiankong";
  private static final String APPLICATION = "tiankong_application";
  private static final String SCRAM = "scram-sha-256";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  // Of postmaster.pid.
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  // Held here because java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres");

  private final Path processFile;
  private final Passwords passwords;
  private final EmbeddedPostgres postgres;
  private final Path log;
  private final List<String> command;
  private ProcessHandle process;
  private boolean closed;

  /**
   * Whose they are: the first belongs to postgres, who may do everything, and counts from the first
   * start on. The others are set at each start.
   */
  public record Passwords(String administrator, String owner, String application) {

    static Passwords of(KeptSecret administrator) throws IOException {
      return new Passwords(administrator.value(), RandomSecret.make(), RandomSecret.make());
    }

    /** One for all of them. */
    public static Passwords same(String password) {
      return new Passwords(password, password, password);
    }
  }

  private Database(Path folder, Passwords passwords, EmbeddedPostgres postgres) throws IOException {
    this.processFile = processFile(folder);
    this.log = log(folder);
    this.passwords = passwords;
    this.postgres = postgres;
    this.process = findProcess();
    this.command = commandOf(process);
  }

  /** Starts PostgreSQL on data under the folder. */
  public static Database start(Path folder, int port, Passwords passwords) throws IOException {
    QUIET.setLevel(Level.WARNING);
    // Zonky makes its folders open to everybody; nobody gets through this one.
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path passwordFile = Files.createTempFile(folder, "initdb", null);
    try {
      Files.writeString(passwordFile, passwords.administrator());
      EmbeddedPostgres.Builder builder =
          builder(folder).setPort(portOfOneLeftRunning(processFile(folder), port));
      requirePassword(builder, passwordFile, passwords.administrator());
      makeDurable(builder);
      Database database = new Database(folder, passwords, builder.start());
      database.prepare();
      return database;
    } finally {
      Files.delete(passwordFile);
    }
  }

  private static Path processFile(Path folder) {
    return folder.resolve("data/postmaster.pid");
  }

  private static EmbeddedPostgres.Builder builder(Path folder) {
    // Zonky deletes old data directories that it finds here, so no data may lie below it.
    System.setProperty("ot.epg.working-dir", folder.resolve("programs").toString());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        // Its hook would stop PostgreSQL while the server still writes.
        .setRegisterShutdownHook(false)
        // Recovery after a crash takes its time.
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(Redirect.to(log(folder).toFile()))
        .setServerConfig("listen_addresses", "127.0.0.1")
        // In its detail a message about a failed statement repeats the row, values included.
        .setServerConfig("log_error_verbosity", "terse")
        // Its socket would lie in /tmp.
        .setServerConfig("unix_socket_directories", "");
  }

  // Zonky hands its "locale" options to initdb as they are, and this is the only way to a cluster
  // that never trusted everybody on the machine.
  private static void requirePassword(
      EmbeddedPostgres.Builder builder, Path passwordFile, String password) {
    builder
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("auth", SCRAM)
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setConnectConfig("password", password);
  }

  // Zonky is made for tests and turns these off.
  private static void makeDurable(EmbeddedPostgres.Builder builder) {
    builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        // A page that changes for the first time after a checkpoint goes to the log as a whole, and
        // a batch of a million texts would bring about several checkpoints.
        .setServerConfig("max_wal_size", "4GB")
        // XA; with none, every submit would fail.
        .setServerConfig("max_prepared_transactions", "100")
        .setServerConfig("max_connections", "100");
  }

  private static int portOfOneLeftRunning(Path processFile, int otherwise) throws IOException {
    if (!Files.exists(processFile)) {
      return otherwise;
    }
    List<String> lines = Files.readAllLines(processFile);
    if (lines.size() <= PORT_LINE
        || !isNumber(lines.get(PID_LINE))
        || !isNumber(lines.get(PORT_LINE))) {
      throw new CannotStart(
          "%s is damaged. Stop the PostgreSQL of the previous start if it is still running, then delete the file."
              .formatted(processFile));
    }
    boolean alive = ProcessHandle.of(number(lines, PID_LINE)).isPresent();
    return alive ? (int) number(lines, PORT_LINE) : otherwise;
  }

  private static boolean isNumber(String line) {
    return line.strip().matches("[0-9]{1,9}");
  }

  private static long number(List<String> lines, int line) {
    return Long.parseLong(lines.get(line).strip());
  }

  private void prepare() throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      createRole(OWNER, "LOGIN", sql);
      createRole(APPLICATION, "LOGIN", sql);
      // The owner itself may create no roles; it lets this one read its reports.
      createRole("tiankong_report", "NOLOGIN", sql);
      if (!exists("pg_database WHERE datname", NAME, sql)) {
        sql.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, OWNER));
      }
      // The driver sends what PostgreSQL stores, not the password: no log can show it.
      PGConnection postgreSql = connection.unwrap(PGConnection.class);
      postgreSql.alterUserPassword(OWNER, passwords.owner().toCharArray(), SCRAM);
      postgreSql.alterUserPassword(APPLICATION, passwords.application().toCharArray(), SCRAM);
    } catch (SQLException e) {
      close();
      throw new IOException(e);
    }
  }

  private static void createRole(String name, String how, Statement sql) throws SQLException {
    if (!exists("pg_roles WHERE rolname", name, sql)) {
      sql.execute("CREATE ROLE %s %s".formatted(name, how));
    }
  }

  private static boolean exists(String where, String name, Statement sql) throws SQLException {
    try (ResultSet found = sql.executeQuery("SELECT FROM %s = '%s'".formatted(where, name))) {
      return found.next();
    }
  }

  /** What PostgreSQL itself has to say, from its last start on. */
  static Path log(Path folder) {
    return folder.resolve("log");
  }

  /** What the server needs to know, by the names of its environment variables. */
  public Map<String, String> settings() {
    return Map.of(
        "TIANKONG_DB_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), NAME),
        "TIANKONG_DB_USER", APPLICATION,
        "TIANKONG_DB_PASSWORD", passwords.application(),
        "TIANKONG_DB_OWNER_USER", OWNER,
        "TIANKONG_DB_OWNER_PASSWORD", passwords.owner());
  }

  int port() {
    return postgres.getPort();
  }

  /** Done when PostgreSQL has ended, whoever ended it. */
  CompletableFuture<ProcessHandle> ended() {
    return process.onExit();
  }

  /**
   * Starts one that died once more, on the same port.
   *
   * @throws IOException if it does not start; its log says why
   */
  synchronized void restart() throws IOException {
    if (closed) {
      return;
    }
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.destroy();
        throw new IOException("PostgreSQL does not start, see " + log);
      }
      Pause.briefly();
    }
    process = findProcess();
  }

  /** Whether it lets somebody in. */
  boolean answers() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private ProcessHandle findProcess() throws IOException {
    long pid = number(Files.readAllLines(processFile), PID_LINE);
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IOException("PostgreSQL has exited, see " + log));
  }

  private static List<String> commandOf(ProcessHandle process) {
    List<String> command = new ArrayList<>();
    // PostgreSQL refuses to run as root, and zonky gets round that in this way.
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(process.info().command().orElseThrow());
    Stream.of(process.info().arguments().orElseThrow()).forEach(command::add);
    return command;
  }

  /** Returns when PostgreSQL has written everything and is gone. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (!process.isAlive()) {
      // Zonky would complain of what has died already.
      QUIET.setLevel(Level.OFF);
    }
    postgres.close();
    // Zonky waits for five seconds only, and a large checkpoint takes longer.
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (process.isAlive()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "PostgreSQL has not stopped: process " + process.pid() + " still runs.");
      }
      Pause.briefly();
    }
  }
}
