package dev.tiankong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final User KNOWN = new User("anna", "hash of anna", Role.viewer, Instant.EPOCH);

  private final List<String> checked = new ArrayList<>();
  private final SignIn signIn = new SignIn();

  @BeforeEach
  void open() {
    signIn.users =
        new Users() {
          @Override
          public Optional<User> find(String name) {
            return Optional.of(KNOWN).filter(user -> user.name().equals(name));
          }
        };
    signIn.passwords =
        new Passwords() {
          @Override
          boolean matches(String password, String hash) {
            checked.add(hash);
            return password.equals("right");
          }

          @Override
          String nobodysHash() {
            return "hash of nobody";
          }
        };
    signIn.lockout =
        new Lockout() {
          @Override
          Optional<Duration> remaining(String name) {
            return Optional.empty();
          }

          @Override
          void countFailure(String name) {
            // The database is not there.
          }

          @Override
          void forget(String name) {
            // The database is not there.
          }
        };
  }

  /** Otherwise the time of an answer tells which names there are. */
  @Test
  void should_hash_the_password_once_whether_the_name_exists_or_not() {
    assertThat(signIn.byPassword("anna", "wrong")).isEqualTo(new SignIn.Wrong("anna"));
    assertThat(signIn.byPassword("nobody", "wrong")).isEqualTo(new SignIn.Wrong(null));

    assertThat(checked).containsExactly("hash of anna", "hash of nobody");
  }

  @Test
  void should_let_nobody_in_under_a_name_that_does_not_exist() {
    assertThat(signIn.byPassword("nobody", "right")).isEqualTo(new SignIn.Wrong(null));
    assertThat(signIn.byPassword("anna", "right")).isInstanceOf(SignIn.In.class);
  }
}
