package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  @TempDir Path folder;
  private KeptSecret kept;

  @BeforeEach
  void setUp() {
    kept = secret("secret");
  }

  @Test
  void should_make_a_long_random_password_that_only_its_owner_reads() throws IOException {
    String made = kept.value();

    assertThat(made).matches("[A-Za-z0-9]{20,}");
    assertThat(made).isNotEqualTo(secret("other").value());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void should_show_the_admins_password_only_when_it_was_made_just_now() throws IOException {
    AdminPassword first = AdminPassword.of(Map.of(), kept);
    AdminPassword second = AdminPassword.of(Map.of(), kept);

    assertThat(first.hint())
        .isEqualTo("%s (just generated, stored in %s)", first.value(), kept.file());
    assertThat(second).isEqualTo(new AdminPassword(first.value(), "kept in " + kept.file()));
  }

  @Test
  void should_prefer_the_environment_and_write_nothing() throws IOException {
    AdminPassword chosen = AdminPassword.of(Map.of("TIANKONG_ADMIN_PASSWORD", "mine"), kept);

    assertThat(chosen).isEqualTo(new AdminPassword("mine", "set by TIANKONG_ADMIN_PASSWORD"));
    assertThat(kept.file()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "a\0b", "\uFFFD"})
  void should_take_no_damaged_file_for_a_password(String content) throws IOException {
    Files.writeString(kept.file(), content);

    assertThatThrownBy(() -> AdminPassword.of(Map.of(), kept))
        .isInstanceOf(CannotStart.class)
        .hasMessage(kept.file() + " is damaged: it holds no password. Delete it.");
    assertThat(kept.file()).hasContent(content);
  }

  @Test
  void should_make_one_when_the_environments_is_blank() throws IOException {
    assertThat(AdminPassword.of(Map.of("TIANKONG_ADMIN_PASSWORD", " "), kept).value())
        .isEqualTo(kept.value());
  }

  private KeptSecret secret(String name) {
    return new KeptSecret(folder.resolve(name), "Delete it.");
  }
}
