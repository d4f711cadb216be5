package dev.tiankong.security;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first user. There is no default password: without a configured one nobody can sign in. */
@ApplicationScoped
class AdminAccount {

  private static final System.Logger LOG = System.getLogger(AdminAccount.class.getName());
  static final String PASSWORD = "tiankong.admin.password";

  @PersistenceContext EntityManager entityManager;
  @Inject Users users;
  @Inject Passwords passwords;
  @Inject Tokens tokens;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = PASSWORD)
  Optional<String> password;

  @Transactional
  void ensure(@Observes @Initialized(ApplicationScoped.class) Object started) {
    User admin = entityManager.find(User.class, User.BUILT_IN);
    if (password.isPresent()) {
      ensure(admin, password.get());
      warnOfWeakness(password.get());
    } else if (admin == null) {
      LOG.log(WARNING, "There is no user yet: set TIANKONG_ADMIN_PASSWORD and restart");
    }
  }

  private void ensure(User admin, String password) {
    if (admin == null) {
      // Of several servers that start at the same moment on a new database, one makes it.
      String hash = passwords.hash(password);
      if (users.insert(new User(User.BUILT_IN, hash, Role.operator, clock.instant()))) {
        LOG.log(INFO, "Created the user {0}", User.BUILT_IN);
      }
    } else if (!passwords.matches(password, admin.passwordHash())) {
      admin.changePassword(passwords.hash(password));
      tokens.revokeAll(User.BUILT_IN);
      LOG.log(INFO, "Changed the password of the user {0}", User.BUILT_IN);
    }
  }

  // No refusal: who is locked out of a server that ran until now does not make it any safer.
  private static void warnOfWeakness(String password) {
    PasswordRule.weakness(password, User.BUILT_IN)
        .ifPresent(
            weakness ->
                LOG.log(
                    WARNING,
                    "The password of the user {0} is easy to guess: {1}. Set another TIANKONG_ADMIN_PASSWORD and restart",
                    User.BUILT_IN,
                    weakness));
  }
}
