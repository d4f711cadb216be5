package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.schema.SqlPage.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An analyst who got in as the page says, and does what the page says. */
class ReportingTest {

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource analyst;

  @BeforeAll
  static void getIn() throws IOException, SQLException {
    cluster = Cluster.migrated(folder);
    DataSource application = cluster.application("tiankong");
    Cluster.run(application, Files.readString(Path.of("src/test/resources/reporting/data.sql")));
    Cluster.run(cluster.administrator("tiankong"), SqlPage.REPORTING.scripts().get(0));
    analyst = cluster.login("analyst", "choose one", "tiankong");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  static List<Example> questions() {
    return SqlPage.REPORTING.questions();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void should_answer_what_the_page_says(Example question) throws SQLException {
    assertThat(SqlPage.table(Cluster.ask(analyst, question.sql()))).isEqualTo(question.output());
  }

  @Test
  void should_ask_eleven_questions_and_explain_a_view_and_getting_in() {
    assertThat(questions()).hasSize(12);
    assertThat(SqlPage.REPORTING.scripts()).hasSize(2);
  }

  @Test
  void should_read_every_view_and_touch_nothing_else() throws SQLException {
    assertThat(touchable("SELECT"))
        .containsExactly(
            "reporting.answers",
            "reporting.attempts",
            "reporting.batches",
            "reporting.cache_efficiency",
            "reporting.errors",
            "reporting.fillings",
            "reporting.hourly_throughput",
            "reporting.items",
            "reporting.predictions",
            "reporting.worker_activity");
    assertThat(touchable("INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER")).isEmpty();
  }

  private static List<String> touchable(String privileges) throws SQLException {
    return Cluster.column(
        analyst,
        """
        select n.nspname || '.' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
          and has_table_privilege(c.oid, '%s')
        order by 1
        """
            .formatted(privileges));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select text from public.item",
        "select password_hash from public.app_user",
        "select * from public.flyway_schema_history",
        "delete from reporting.batches",
        "update reporting.worker_activity set attempts = 0",
        "create table reporting.mine ()",
        "create table public.mine ()"
      })
  void should_be_refused_everything_else(String statement) {
    assertThatThrownBy(() -> Cluster.run(analyst, statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void should_find_a_comment_on_every_view_and_column() throws SQLException {
    assertThat(
            Cluster.column(
                analyst,
                """
                select c.relname || coalesce('.' || a.attname, '')
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relnamespace = 'reporting'::regnamespace
                  and (obj_description(c.oid, 'pg_class') is null
                    or col_description(c.oid, a.attnum) is null)
                """))
        .isEmpty();
  }

  @Test
  void should_count_every_text_in_the_state_that_its_batch_says() throws SQLException {
    assertThat(
            Cluster.column(
                analyst,
                """
                select b.batch_id
                from reporting.batches b
                join reporting.items i using (batch_id)
                group by batch_id, total, succeeded, failed, cancelled, pending
                having (total, succeeded, failed, cancelled, pending) <> (
                  count(*),
                  count(*) filter (where i.state = 'SUCCEEDED'),
                  count(*) filter (where i.state = 'FAILED'),
                  count(*) filter (where i.state = 'CANCELLED'),
                  count(*) filter (where i.state = 'PENDING')
                )
                """))
        .isEmpty();
  }

  @Test
  void should_let_no_time_run_on_after_the_end() throws SQLException {
    assertThat(
            Cluster.ask(
                analyst,
                """
                select state, seconds_waiting, seconds_running, items_per_second
                from reporting.batches
                where state in ('CANCELLED', 'FAILED')
                order by created_at
                """))
        .containsExactly(
            List.of("state", "seconds_waiting", "seconds_running", "items_per_second"),
            List.of("CANCELLED", "5.000", "4.000", "0.750"),
            Arrays.asList("CANCELLED", "30.000", null, null),
            Arrays.asList("FAILED", "0.000", "0.000", null));
  }
}
