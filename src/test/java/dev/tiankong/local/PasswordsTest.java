package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  @TempDir Path folder;
  private KeptSecret kept;

  @BeforeEach
  void setUp() {
    kept = new KeptSecret(folder.resolve("secret"));
  }

  @Test
  void should_make_a_long_random_password_that_only_its_owner_reads() throws IOException {
    String made = kept.value();

    assertThat(made).matches("[A-Za-z0-9]{20,}");
    assertThat(made).isNotEqualTo(new KeptSecret(folder.resolve("other")).value());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void should_tell_whether_the_admins_password_is_new_or_kept() throws IOException {
    AdminPassword first = AdminPassword.of(Map.of(), kept);
    AdminPassword second = AdminPassword.of(Map.of(), kept);

    assertThat(first.origin()).isEqualTo("made just now, kept in " + kept.file());
    assertThat(second.origin()).isEqualTo("kept in " + kept.file());
    assertThat(second.value()).isEqualTo(first.value());
  }

  @Test
  void should_prefer_the_environment_and_write_nothing() throws IOException {
    AdminPassword chosen = AdminPassword.of(Map.of("TIANKONG_ADMIN_PASSWORD", "mine"), kept);

    assertThat(chosen).isEqualTo(new AdminPassword("mine", "from TIANKONG_ADMIN_PASSWORD"));
    assertThat(kept.file()).doesNotExist();
  }

  @Test
  void should_make_one_when_the_environments_is_blank() throws IOException {
    assertThat(AdminPassword.of(Map.of("TIANKONG_ADMIN_PASSWORD", " "), kept).value())
        .isEqualTo(kept.value());
  }
}
