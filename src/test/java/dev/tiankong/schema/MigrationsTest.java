package dev.tiankong.schema;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
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
  void should_refuse_a_database_that_a_newer_server_migrated(@TempDir Path newer)
      throws IOException {
    copyTo(newer);
    Files.writeString(newer.resolve("V2__first.sql"), "create table first ();");
    Files.writeString(newer.resolve("V3__second.sql"), "create table second ();");
    cluster.migrate("fresh", "filesystem:" + newer);

    assertThatThrownBy(() -> cluster.migrate("fresh", NEWEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The database was migrated by a newer version of Tiankong; this version does not know"
                + " V2 (first), V3 (second). Update the server, or restore a backup of the database"
                + " from before the update.");
  }

  @Test
  void should_refuse_it_too_when_only_one_in_between_is_unknown(@TempDir Path other)
      throws IOException {
    copyTo(other);
    Path between = Files.writeString(other.resolve("V2__first.sql"), "create table first ();");
    Files.writeString(other.resolve("V3__second.sql"), "create table second ();");
    cluster.migrate("fresh", "filesystem:" + other);
    Files.delete(between);

    assertThatThrownBy(() -> cluster.migrate("fresh", "filesystem:" + other))
        .hasMessageContaining("does not know V2 (first).");
  }

  @Test
  void should_refuse_it_too_when_only_views_are_unknown(@TempDir Path newer) throws IOException {
    copyTo(newer);
    Files.writeString(newer.resolve("R__more.sql"), "create view more as select 1 as one;");
    cluster.migrate("fresh", "filesystem:" + newer);

    assertThatThrownBy(() -> cluster.migrate("fresh", NEWEST))
        .hasMessageContaining("does not know R (more).");
  }

  @Test
  void should_make_functions_and_views_again_when_their_files_change(@TempDir Path newer)
      throws IOException, SQLException {
    cluster.migrate("fresh", NEWEST);
    List<String> objects = objects();
    copyTo(newer);
    for (String file : List.of("R__functions.sql", "R__reporting.sql", "R__views.sql")) {
      Files.writeString(
          newer.resolve(file), "\ncreate view %s as select 1;".formatted(file.charAt(3)), APPEND);
    }

    cluster.migrate("fresh", "filesystem:" + newer);

    assertThat(objects()).containsAll(objects).hasSize(objects.size() + 3);
  }

  /** What the repeatable migrations make, with the rights to it. */
  private List<String> objects() throws SQLException {
    return Cluster.column(
        administrator,
        """
        select concat_ws(' ', 'view', oid::regclass, relacl) from pg_class
        where relkind = 'v' and relnamespace in ('public'::regnamespace, 'reporting'::regnamespace)
        union all
        select concat_ws(' ', 'function', oid::regprocedure, prosecdef, proconfig, proacl)
        from pg_proc where pronamespace = 'public'::regnamespace
        union all
        select concat_ws(' ', 'trigger', tgname, pg_get_triggerdef(oid)) from pg_trigger
        where not tgisinternal
        """);
  }

  private static void copyTo(Path folder) throws IOException {
    try (Stream<Path> migrations = Files.list(Path.of("db-migrations"))) {
      for (Path migration : migrations.toList()) {
        Files.copy(migration, folder.resolve(migration.getFileName()));
      }
    }
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
