package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role that the application signs in with may do, and nobody else. */
class RolesTest {

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource application;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.migrated(folder);
    application = cluster.application("tiankong");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table batch cascade",
        "alter table batch add column mine integer",
        "alter table audit disable trigger all",
        "truncate audit",
        "create table mine (id integer)",
        "create function mine() returns integer language sql return 1",
        "create or replace function add_day(day date) returns void language sql return null",
        "create schema mine",
        "set role tiankong",
        "set role postgres",
        "create role mine",
        "delete from flyway_schema_history",
        "copy batch to program 'cat'",
        "select pg_read_file('postgresql.conf')"
      })
  void should_refuse_the_application_what_is_not_about_rows(String statement) {
    assertThatThrownBy(() -> Cluster.run(application, statement))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner|must have admin).*");
  }

  @Test
  void should_own_nothing_as_the_application() throws SQLException {
    String owned = "select relname from pg_class where relowner = current_user::regrole";

    assertThat(Cluster.column(application, owned)).isEmpty();
  }

  @Test
  void should_let_the_application_write_into_a_day_that_it_asks_for() throws SQLException {
    Cluster.run(application, "select add_day('2031-02-03')");
    Cluster.run(
        application,
        "insert into item (batch_id, index, text) values (least_batch_id('2031-02-03 12:00Z'), 0, '')");

    assertThat(
            Cluster.column(
                application, "select tableowner from pg_tables where tablename = 'item_20310203'"))
        .containsExactly("tiankong");
    assertThat(Cluster.column(application, "select text from item")).containsExactly("");
    Cluster.run(application, "delete from item");
  }

  @Test
  void should_let_nobody_else_make_a_day() throws SQLException {
    Cluster.run(
        cluster.administrator("tiankong"),
        "create role analyst login password 'any' in role tiankong_report");

    assertThatThrownBy(
            () ->
                Cluster.run(
                    cluster.login("analyst", "any", "tiankong"), "select add_day('2031-02-04')"))
        .hasMessageContaining("permission denied for function add_day");
  }

  @Test
  void should_find_nothing_of_the_callers_with_the_rights_of_the_owner() throws SQLException {
    assertThat(
            Cluster.column(
                application, "select unnest(proconfig) from pg_proc where proname = 'add_day'"))
        .containsExactly("search_path=public, pg_temp");
  }

  @Test
  void should_do_with_one_role_for_everything() throws SQLException {
    Cluster.run(cluster.administrator("postgres"), "create database alone owner tiankong");
    DataSource owner = cluster.owner("alone");

    new Migrations(owner, "tiankong", "filesystem:db-migrations").run();

    assertThat(Cluster.column(owner, "select new_batch_id() is not null")).containsExactly("t");
  }
}
