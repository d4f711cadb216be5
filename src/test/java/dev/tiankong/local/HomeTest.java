package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path parent;

  private Home home(String name) {
    return Home.of(Map.of("TIANKONG_HOME", parent.resolve(name).toString()));
  }

  @Test
  void should_lie_in_the_users_home_unless_told_otherwise() {
    assertThat(Home.of(Map.of()).folder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".tiankong"));
    assertThat(home("here").folder()).isEqualTo(parent.resolve("here"));
  }

  @Test
  void should_be_closed_to_other_users() throws IOException {
    Home home = home("new");

    home.create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void should_refuse_a_folder_that_cannot_be_made() throws IOException {
    Files.writeString(parent.resolve("file"), "");

    assertThatThrownBy(home("file/below")::create)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("set TIANKONG_HOME");
  }

  @Test
  void should_admit_one_launcher_at_a_time() throws IOException {
    Home home = home("shared");
    home.create();
    try (Closeable first = home.lock()) {
      assertThat(first).isNotNull();
      assertThatThrownBy(home::lock)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("already runs on " + home.folder());
    }

    home.lock().close();
  }
}
