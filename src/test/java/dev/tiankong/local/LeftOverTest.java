package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverTest {
  @TempDir Path base;
  private Process process;

  private void start(String argument) throws IOException {
    process = new ProcessBuilder("sh", "-c", "sleep 60; exit 0", argument).start();
  }

  @AfterEach
  void tearDown() {
    process.destroyForcibly();
  }

  @Test
  void should_end_the_server_that_a_killed_launcher_left() throws IOException {
    start(base.toString());
    LeftOver.remember(base, process);

    LeftOver.end(base);

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void should_leave_alone_a_stranger_with_the_same_number() throws IOException {
    start("stranger");
    LeftOver.remember(base, process);

    LeftOver.end(base);

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void should_end_it_once_only() throws IOException {
    start(base.toString());
    LeftOver.remember(base, process);
    LeftOver.end(base);

    LeftOver.end(base);

    assertThat(base).isEmptyDirectory();
  }
}
