package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL notes of itself while it runs, cut off by a crash or a full disk. */
class DamagedProcessFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "123", "123\n/data\n1\n", "x\n/data\n1\n5432\n", "1\n/data\n1\n\n\n"})
  void should_be_named_and_left_alone(String content) throws IOException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve("postmaster.pid");
    Files.writeString(file, content);

    assertThatThrownBy(() -> Database.start(folder, 1, Database.Passwords.same("any")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(file + " is damaged", "delete the file");
    assertThat(file).hasContent(content);
    assertThat(folder).isDirectoryNotContaining("glob:**initdb*");
  }
}
