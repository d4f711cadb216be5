package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty database for each test, in a cluster that has no role for reports. */
class MigrationsTest {

  private static final String NEWEST = "filesystem:db-migrations";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource anywhere;

  private DataSource administrator;
  private DataSource owner;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.start(folder.resolve("postgres"));
    anywhere = cluster.administrator("postgres");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    Cluster.run(anywhere, "drop role if exists tiankong_report");
    Cluster.run(anywhere, "create database fresh owner tiankong");
    administrator = cluster.administrator("fresh");
    owner = cluster.owner("fresh");
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    Cluster.run(anywhere, "drop database fresh with (force)");
    Cluster.run(anywhere, "alter role tiankong nocreaterole");
  }

  @Test
  void should_refuse_a_database_that_a_newer_server_migrated(@TempDir Path older)
      throws IOException, SQLException {
    Files.copy(Path.of("db-migrations/V001__batches.sql"), older.resolve("V001__batches.sql"));
    cluster.migrate("fresh", NEWEST);

    assertThatThrownBy(() -> cluster.migrate("fresh", "filesystem:" + older))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .startsWith(
            "The database was migrated by a newer version of Tiankong, this one does not know"
                + " V002 (users), V003")
        .endsWith("Update the server, or restore a backup of the database from before the update.")
        .doesNotContain("\n");
  }

  @Test
  void should_refuse_it_too_when_only_one_in_between_is_unknown(@TempDir Path other)
      throws IOException {
    for (Path migration : List.of(Path.of("V001__batches.sql"), Path.of("V002__users.sql"))) {
      Files.copy(Path.of("db-migrations").resolve(migration), other.resolve(migration));
    }
    cluster.migrate("fresh", "filesystem:" + other);
    Files.delete(other.resolve("V001__batches.sql"));

    assertThatThrownBy(() -> cluster.migrate("fresh", "filesystem:" + other))
        .hasMessageContaining("does not know V001 (batches).");
  }

  @Test
  void should_do_nothing_the_second_time() throws SQLException {
    cluster.migrate("fresh", NEWEST);
    List<String> once = applied();

    cluster.migrate("fresh", NEWEST);

    assertThat(applied()).isEqualTo(once).isNotEmpty();
  }

  private List<String> applied() throws SQLException {
    return Cluster.column(
        owner, "select script from flyway_schema_history order by installed_rank");
  }

  @Test
  void should_make_the_role_for_reports_if_it_may() throws SQLException {
    Cluster.run(anywhere, "alter role tiankong createrole");

    cluster.migrate("fresh", NEWEST);

    assertThat(roleMayRead()).isEqualTo("t");
    assertThat(
            Cluster.column(
                administrator,
                "select rolcanlogin from pg_roles where rolname = 'tiankong_report'"))
        .containsExactly("f");
  }

  @Test
  void should_use_the_role_that_is_there() throws SQLException {
    Cluster.run(anywhere, "create role tiankong_report nologin");

    cluster.migrate("fresh", NEWEST);

    assertThat(roleMayRead()).isEqualTo("t");
  }

  @Test
  void should_go_on_without_the_role_until_an_administrator_makes_it() throws SQLException {
    cluster.migrate("fresh", NEWEST);
    assertThat(Cluster.column(administrator, "select to_regrole('tiankong_report') is not null"))
        .containsExactly("f");

    Cluster.run(administrator, SqlPage.REPORTING.scripts().get(1));

    assertThat(roleMayRead()).isEqualTo("t");
  }

  private String roleMayRead() throws SQLException {
    return Cluster.column(
            administrator,
            """
            select has_schema_privilege('tiankong_report', 'reporting', 'USAGE')
              and has_table_privilege('tiankong_report', 'reporting.batches', 'SELECT')
            """)
        .get(0);
  }
}
