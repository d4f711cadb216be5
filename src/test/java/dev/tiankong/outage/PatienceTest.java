package dev.tiankong.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience();
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void should_try_again_until_the_outage_is_over() {
    String answer =
        patience.outlast(
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new QueueUnavailableException("full");
              }
              return "done";
            });

    assertThat(answer).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void should_not_repeat_what_fails_by_itself() {
    assertThatThrownBy(
            () ->
                patience.outlast(
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
    assertThat(tries).hasValue(1);
  }

  @Test
  void should_let_go_when_the_server_stops() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                patience.outlast(
                    () -> {
                      throw new QueueUnavailableException("full");
                    }))
        .hasMessage("full");
    assertThat(Thread.interrupted()).isTrue();
  }
}
