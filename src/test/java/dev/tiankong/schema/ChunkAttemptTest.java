package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.batch.AttemptOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database lets be written down about an attempt. */
class ChunkAttemptTest {

  /** The one that is running. */
  private static final String UPDATE =
      "update chunk_attempt set outcome = '%s', ended_at = %s, error = %s, detail = %s"
          + " where batch_id = '01a2082b-86c0-7f36-86c9-a85e2b1d3f60' and chunk = 1 and attempt = 2";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource application;

  @BeforeAll
  static void start() throws IOException, SQLException {
    cluster = Cluster.migrated(folder);
    application = cluster.application("tiankong");
    Cluster.run(application, Files.readString(Path.of("src/test/resources/reporting/data.sql")));
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource
  void should_take_every_outcome_with_what_belongs_to_it(AttemptOutcome outcome)
      throws SQLException {
    boolean ended = outcome != AttemptOutcome.RUNNING;
    boolean failed = outcome == AttemptOutcome.FAILED || outcome == AttemptOutcome.CUT_SHORT;
    Cluster.run(
        application,
        UPDATE.formatted(
            outcome, ended ? "now()" : "null", failed ? "'x'" : "null", failed ? "'y'" : "null"));

    assertThat(
            Cluster.column(
                application,
                "select outcome from chunk_attempt where attempt = 2 and node = 'two' and chunk = 1"))
        .containsExactly(outcome.name());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "WON, now(), null, null, chunk_attempt_outcome",
        "SUCCEEDED, null, null, null, chunk_attempt_ended_unless_running",
        "RUNNING, now(), null, null, chunk_attempt_ended_unless_running",
        "FAILED, now(), null, null, chunk_attempt_error_when_it_had_one",
        "SUCCEEDED, now(), 'x', null, chunk_attempt_error_when_it_had_one",
        "LOST, now(), null, 'y', chunk_attempt_error_when_it_had_one",
        "FAILED, now(), 'x', \"repeat('y', 10001)\", chunk_attempt_error_short",
        "FAILED, now(), \"repeat('x', 1001)\", null, chunk_attempt_error_short"
      })
  void should_refuse_what_cannot_be(
      String outcome, String endedAt, String error, String detail, String constraint) {
    assertThatThrownBy(
            () -> Cluster.run(application, UPDATE.formatted(outcome, endedAt, error, detail)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(constraint);
  }

  @Test
  void should_go_with_its_batch() throws SQLException {
    String count =
        "select count(*) from chunk_attempt"
            + " where batch_id = '01a207eb-7080-7f18-9c41-d27a8e65b0f3'";
    assertThat(Cluster.column(application, count)).containsExactly("8");

    Cluster.run(application, "delete from batch where id = '01a207eb-7080-7f18-9c41-d27a8e65b0f3'");

    assertThat(Cluster.column(application, count)).containsExactly("0");
  }
}
