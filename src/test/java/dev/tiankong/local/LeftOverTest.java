package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftOverTest {
  @TempDir Path base;
  private Process process;

  private void start(String argument) throws IOException {
    process = new ProcessBuilder("sh", "-c", "sleep 600; exit 0", argument).start();
  }

  @AfterEach
  void tearDown() {
    if (process != null) {
      process.destroyForcibly();
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "server", "12 34", "-1", "99999999999999999999", "\0\0\0\0"})
  void should_name_a_file_that_is_damaged(String content) throws IOException {
    Path file = Files.writeString(base.resolve("process-id"), content);

    assertThatThrownBy(() -> LeftOver.end(base))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(file + " is damaged", "delete the file");
    assertThat(file).hasContent(content);
  }
}
