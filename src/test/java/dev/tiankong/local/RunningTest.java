package dev.tiankong.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunningTest {
  private static final Closeable NOTHING = () -> {};

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Running running = new Running(new Console(new PrintStream(said, true, UTF_8)));

  @Test
  void should_stop_in_reverse_order_and_say_so() throws IOException {
    running.start("one", () -> NOTHING);
    running.start("two", () -> NOTHING);

    running.close();

    assertThat(said.toString(UTF_8).lines())
        .containsExactly("Starting one.", "Starting two.", "Stopping two.", "Stopping one.");
  }

  @Test
  void should_stop_the_rest_when_one_does_not_stop() throws IOException {
    running.start("one", () -> NOTHING);
    running.start(
        "two",
        () ->
            () -> {
              throw new IOException("stuck");
            });

    running.close();

    assertThat(said.toString(UTF_8).lines()).endsWith("Stopping two.", "  stuck", "Stopping one.");
  }

  @Test
  void should_start_nothing_once_closed() {
    running.close();

    assertThatThrownBy(() -> running.start("late", () -> NOTHING)).isInstanceOf(CannotStart.class);
    assertThat(said.size()).isZero();
  }

  @Test
  void should_stop_even_what_was_still_starting() throws Exception {
    Thread stopper = new Thread(running::close);
    CountDownLatch stopped = new CountDownLatch(1);

    running.start(
        "slow",
        () -> {
          stopper.start();
          await().until(() -> stopper.getState() == Thread.State.BLOCKED);
          return stopped::countDown;
        });
    stopper.join();

    assertThat(stopped.getCount()).isZero();
  }
}
