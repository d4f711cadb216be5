package dev.tiankong.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<Duration> pauses = new ArrayList<>();
  private final Restarts restarts =
      new Restarts(
          new Console(new PrintStream(said, true, UTF_8)), pauses::add, Path.of("the/log"));

  @Test
  void should_start_it_again_and_say_so() throws InterruptedException {
    restarts.afterDeath(() -> {});

    assertThat(said.toString(UTF_8)).isEqualTo("PostgreSQL has died. Restarting it (1 of 5).\n");
  }

  @Test
  void should_wait_longer_each_time_and_give_up() {
    assertThatThrownBy(
            () ->
                restarts.afterDeath(
                    () -> {
                      throw new IOException("no");
                    }))
        .isInstanceOf(CannotStart.class)
        .hasMessage("PostgreSQL died again after 5 restarts. The reason is in the/log");
    assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 16L);
  }

  @Test
  void should_give_up_when_it_dies_again_and_again() throws InterruptedException {
    for (int death = 1; death <= Restarts.MOST; death++) {
      restarts.afterDeath(() -> {});
    }

    assertThatThrownBy(() -> restarts.afterDeath(() -> {})).isInstanceOf(CannotStart.class);
  }
}
