package dev.tiankong.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300", "53100", "58030", "25006"})
  void should_be_behind_a_database_that_is_not_at_our_disposal(String state) {
    assertThat(Outage.isBehind(new RuntimeException(new SQLException("away", state)))).isTrue();
  }

  @Test
  void should_be_behind_a_queue_that_takes_nothing_and_a_connection_that_is_not_there() {
    assertThat(Outage.isBehind(new RuntimeException(new QueueUnavailableException("full"))))
        .isTrue();
    assertThat(Outage.isBehind(new SQLException(new ResourceException("none")))).isTrue();
  }

  /** As a transaction manager says it, whose commit failed. */
  @Test
  void should_be_behind_what_suppressed_it() {
    Exception commit = new IllegalStateException("Could not commit");
    commit.addSuppressed(new IllegalStateException(new SQLException("away", "57P01")));

    assertThat(Outage.isBehind(new RuntimeException(commit))).isTrue();
  }

  /** Constraint, deadlock, cancelled, syntax. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "40P01", "57014", "42601"})
  void should_not_be_behind_what_a_statement_did(String state) {
    assertThat(Outage.isBehind(new RuntimeException(new SQLException("wrong", state)))).isFalse();
  }

  @Test
  void should_not_be_behind_what_has_nothing_to_do_with_a_database() {
    assertThat(Outage.isBehind(new IllegalStateException())).isFalse();
    assertThat(Outage.isBehind(new SQLException("no state"))).isFalse();
    assertThat(Outage.isBehind(null)).isFalse();
  }

  @Test
  void should_excuse_a_periodic_duty_and_nothing_else() {
    assertThatCode(
            () ->
                Outage.skips(
                    () -> {
                      throw new QueueUnavailableException("full");
                    }))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                Outage.skips(
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
  }
}
