package dev.tiankong.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL of our own in a folder, on loopback only, that keeps what it confirmed through a
 * power cut. One that a killed launcher left running is taken over.
 */
public final class Database implements Closeable {
  private static final String NAME = "tiankong";
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  // Held here because java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres");

  private final Path processFile;
  private final String password;
  private final EmbeddedPostgres postgres;

  private Database(Path processFile, String password, EmbeddedPostgres postgres) {
    this.processFile = processFile;
    this.password = password;
    this.postgres = postgres;
  }

  /** Starts PostgreSQL on data under the folder. The password counts at the first start only. */
  public static Database start(Path folder, int port, String password) throws IOException {
    QUIET.setLevel(Level.WARNING);
    // Zonky makes its folders open to everybody; nobody gets through this one.
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path processFile = folder.resolve("data/postmaster.pid");
    Path passwordFile = Files.createTempFile(folder, "initdb", null);
    try {
      Files.writeString(passwordFile, password);
      EmbeddedPostgres.Builder builder =
          builder(folder).setPort(portOfOneLeftRunning(processFile, port));
      requirePassword(builder, passwordFile, password);
      makeDurable(builder);
      Database database = new Database(processFile, password, builder.start());
      database.createOnce();
      return database;
    } finally {
      Files.delete(passwordFile);
    }
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
        .setPGStartupWait(Duration.ofMinutes(2))
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
        .setLocaleConfig("auth", "scram-sha-256")
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
    boolean alive = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
    return alive ? Integer.parseInt(lines.get(3).strip()) : otherwise;
  }

  private void createOnce() throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      if (!exists(sql)) {
        sql.execute("CREATE ROLE tiankong LOGIN PASSWORD " + sql.enquoteLiteral(password));
        // The application itself may create no roles; it lets this one read its reports.
        sql.execute("CREATE ROLE tiankong_report NOLOGIN");
        sql.execute("CREATE DATABASE tiankong OWNER tiankong");
      }
    } catch (SQLException e) {
      close();
      throw new IOException(e);
    }
  }

  private static boolean exists(Statement sql) throws SQLException {
    try (ResultSet found =
        sql.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
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
        "TIANKONG_DB_USER", NAME,
        "TIANKONG_DB_PASSWORD", password);
  }

  int port() {
    return postgres.getPort();
  }

  /** Returns when PostgreSQL has written everything and is gone. */
  @Override
  public void close() throws IOException {
    postgres.close();
    // Zonky waits for five seconds only, and a large checkpoint takes longer.
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (Files.exists(processFile)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL has not stopped: " + processFile + " is still there.");
      }
      Pause.briefly();
    }
  }
}
