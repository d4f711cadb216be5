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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
  @TempDir Path parent;

  private Home home(String name) {
    return Home.of(Map.of("TIANKONG_HOME", parent.resolve(name).toString()));
  }

  @Test
  void should_lie_in_the_users_home_unless_told_otherwise() {
    Path usual = Path.of(System.getProperty("user.home"), ".tiankong");

    assertThat(Home.of(Map.of()).folder()).isEqualTo(usual);
    assertThat(Home.of(Map.of("TIANKONG_HOME", "")).folder()).isEqualTo(usual);
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
          .hasMessageContaining("is already running on " + home.folder());
    }

    home.lock().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx----w-"})
  void should_refuse_a_folder_that_others_may_write_to(String mode) throws IOException {
    Home home = home("open");
    Files.createDirectory(home.folder());
    Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString(mode));

    assertThatThrownBy(home::create)
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(mode, "chmod 700 '" + home.folder() + "'");
    assertThat(home.folder()).isEmptyDirectory();
  }

  @Test
  void should_refuse_a_folder_that_nobody_may_write_to() {
    // Not even an administrator may write to this one.
    Home home = Home.of(Map.of("TIANKONG_HOME", "/proc"));
    home.create();

    assertThatThrownBy(home::lock)
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll("Cannot write to /proc", "set TIANKONG_HOME");
  }

  @Test
  void should_refuse_a_name_that_is_none() {
    assertThatThrownBy(() -> Home.of(Map.of("TIANKONG_HOME", "a\0b")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("TIANKONG_HOME");
  }

  @Test
  void should_remove_what_a_killed_server_put_aside() throws IOException {
    Home home = home("used");
    home.create();
    home.clearTemporary();
    Files.createDirectories(home.temporary().resolve("some/folder"));
    Files.writeString(home.temporary().resolve("some/upload"), "texts");

    home.clearTemporary();

    assertThat(home.temporary()).isEmptyDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.temporary())))
        .isEqualTo("rwx------");
  }

  @Test
  void should_remove_nothing_behind_a_link() throws IOException {
    Home home = home("linked");
    home.create();
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("mine"), "");
    Files.createSymbolicLink(home.temporary(), elsewhere);

    home.clearTemporary();

    assertThat(elsewhere.resolve("mine")).exists();
    assertThat(home.temporary()).isEmptyDirectory();
  }
}
