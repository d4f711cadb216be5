package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Decides who a name with a password, or a token, is. */
@ApplicationScoped
class SignIn {

  /** One lock for each of so many names, taken by their hash. */
  private static final int LOCKS = 64;

  @Inject Users users;
  @Inject Passwords passwords;
  @Inject Tokens tokens;
  @Inject Lockout lockout;

  private final Object[] locks = IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

  sealed interface Result {}

  record In(String name, Credential credential) implements Result {

    Set<String> groups() {
      return credential.groups();
    }
  }

  /**
   * @param user the user whose password it was not; null if there is none of that name
   */
  record Wrong(String user) implements Result {}

  /** Too many failures: even the right password is not looked at. */
  record Closed(Duration remaining) implements Result {}

  Result byPassword(String name, String password) {
    Optional<User> user = users.find(name);
    // A client that polls is known, and need not wait for anybody.
    if (user.isPresent() && passwords.remembers(password, user.get().passwordHash())) {
      return lockout.remaining(name).<Result>map(Closed::new).orElseGet(() -> in(user.get()));
    }
    // One after the other for each name: guesses sent all at once would else be checked before the
    // first of them is counted.
    synchronized (locks[Math.floorMod(name.hashCode(), LOCKS)]) {
      return lockout
          .remaining(name)
          .<Result>map(Closed::new)
          .orElseGet(() -> checked(name, user, password));
    }
  }

  private Result checked(String name, Optional<User> user, String password) {
    // The same work whether there is such a user or not.
    String hash = user.map(User::passwordHash).orElseGet(passwords::nobodysHash);
    if (passwords.matches(password, hash) && user.isPresent()) {
      lockout.forget(name);
      return in(user.get());
    }
    lockout.countFailure(name);
    return new Wrong(user.map(User::name).orElse(null));
  }

  private static In in(User user) {
    Set<String> groups = new HashSet<>(user.role().groups());
    groups.add(PasswordSignIn.GROUP);
    return new In(user.name(), new Credential.Password(user.name(), user.passwordHash(), groups));
  }

  Result byToken(TokenSecret secret) {
    return tokens
        .use(secret)
        .<Result>map(
            token ->
                new In(
                    token.user().name(), new Credential.Token(token.id(), token.power().groups())))
        .orElseGet(() -> new Wrong(null));
  }
}
