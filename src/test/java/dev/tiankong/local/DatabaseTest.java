package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One PostgreSQL for all tests: started by a process that is then killed, and taken over here. */
class DatabaseTest {
  private static final String PASSWORD = "it's only for tests";
  private static final Database.Passwords PASSWORDS =
      new Database.Passwords("for the administrator", "for the owner", PASSWORD);

  private static final int SOCKET_LINE = 4;

  @TempDir static Path folder;
  private static int portOfTheKilled;
  private static Database database;

  /** The process to kill. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws Exception {
      Database started = Database.start(Path.of(arguments[0]), Ports.free(), PASSWORDS);
      System.out.println(started.port());
      Thread.currentThread().join();
    }
  }

  @BeforeAll
  static void takeOverFromAKilledProcess() throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = victim.inputReader()) {
      portOfTheKilled = Integer.parseInt(lines.readLine());
    }
    victim.destroyForcibly().waitFor();
    database = Database.start(folder, Ports.free(), PASSWORDS);
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void should_take_over_one_that_a_killed_launcher_left() throws SQLException {
    assertThat(database.port()).isEqualTo(portOfTheKilled);
    assertThat(answer(PASSWORD, "SELECT current_user || '@' || current_database()"))
        .isEqualTo("tiankong_application@tiankong");
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "max_prepared_transactions, 100",
    "server_encoding, UTF8",
    "listen_addresses, 127.0.0.1"
  })
  void should_keep_what_it_confirmed_and_stay_on_this_machine(String setting, String value)
      throws SQLException {
    assertThat(answer(PASSWORD, "SELECT current_setting('" + setting + "')")).isEqualTo(value);
  }

  @Test
  void should_open_no_socket_in_a_folder_of_everybodys() throws IOException {
    String folderOfTheSocket =
        Files.readAllLines(folder.resolve("data/postmaster.pid")).get(SOCKET_LINE);

    assertThat(folderOfTheSocket).isBlank();
  }

  @Test
  void should_refuse_a_wrong_password() {
    assertThatThrownBy(() -> answer("wrong", "SELECT 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void should_give_the_application_no_rights_but_to_sign_in() throws SQLException {
    assertThat(
            answer(
                PASSWORD,
                """
                select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
                  rolreplication, has_schema_privilege('public', 'create'))
                from pg_roles where rolname = current_user
                """))
        .isEqualTo("f f f f f f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "tiankong"})
  void should_let_nobody_else_in_with_the_applications_password(String user) {
    assertThatThrownBy(() -> answer(user, PASSWORD, "SELECT 1"))
        .hasMessageContaining("password authentication failed");
  }

  private static String answer(String password, String question) throws SQLException {
    return answer("tiankong_application", password, question);
  }

  private static String answer(String user, String password, String question) throws SQLException {
    String url = database.settings().get("TIANKONG_DB_URL");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
