package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The users, and what operators and they themselves can change about them. */
@ApplicationScoped
public class Users {

  // ASCII, so that no two names look alike; no colon, which ends the name in HTTP Basic.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  @PersistenceContext EntityManager entityManager;
  @Inject Passwords passwords;
  @Inject Tokens tokens;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = AdminAccount.PASSWORD)
  Optional<String> adminPassword;

  public List<User> all() {
    return entityManager
        .createQuery("select u from User u where u.deletedAt is null order by u.name", User.class)
        .getResultList();
  }

  public Optional<User> find(String name) {
    return find(name, LockModeType.NONE);
  }

  /**
   * @throws Refusal if the name is taken, or name or password break a rule
   */
  @Transactional
  public User create(String name, String password, Role role) {
    if (!NAME.matcher(name).matches()) {
      throw new Refusal(
          ProblemCode.INVALID_USER_NAME,
          Sentence.of(
              "A user's name has 1 to 64 characters: letters from a to z and A to Z, digits, and . _ @ -; it starts with a letter or a digit."));
    }
    PasswordRule.check(password, name);
    User user = new User(name, passwords.hash(password), role, clock.instant());
    if (!insert(user)) {
      throw taken(holder(name));
    }
    return user;
  }

  /**
   * Also where another request, or another server, makes one of that name at the same moment.
   *
   * @return whether the name was free
   */
  @Transactional
  boolean insert(User user) {
    return entityManager
            .createNativeQuery(
                """
                insert into app_user (name, password_hash, role, created_at)
                values (:name, :hash, :role, :now)
                on conflict do nothing
                """)
            .setParameter("name", user.name())
            .setParameter("hash", user.passwordHash())
            .setParameter("role", user.role().name())
            .setParameter("now", user.createdAt())
            .executeUpdate()
        > 0;
  }

  private User holder(String name) {
    return entityManager
        .createQuery("select u from User u where lower(u.name) = lower(:name)", User.class)
        .setParameter("name", name)
        .getSingleResult();
  }

  private static Refusal taken(User holder) {
    return new Refusal(
        ProblemCode.USER_NAME_TAKEN,
        (holder.isDeleted()
                ? Sentence.of(
                    "deleted",
                    "The user name {user} was in use before, and batches may still mention it: choose another name.")
                : Sentence.of("The user name {user} is already in use."))
            .with("user", holder.name()));
  }

  /**
   * Changes what is given, all of it or nothing. A new password revokes the user's tokens.
   *
   * @throws Refusal if there is no such user, or a rule is broken
   */
  @Transactional
  public User change(String name, Optional<Role> role, Optional<String> password) {
    password.ifPresent(given -> PasswordRule.check(given, name));
    User user = locked(name);
    role.ifPresent(user::changeRole);
    password.ifPresent(given -> changePassword(user, given));
    return user;
  }

  private void changePassword(User user, String password) {
    if (user.isBuiltIn() && adminPassword.isPresent()) {
      throw new Refusal(
          ProblemCode.CONFIGURED_PASSWORD,
          Sentence.of(
                  "The password of {user} is set by TIANKONG_ADMIN_PASSWORD or the launcher's file: change it there and restart.")
              .with("user", user.name()));
    }
    user.changePassword(passwords.hash(password));
    tokens.revokeAll(user.name());
  }

  /**
   * Deletes the user with all tokens. Batches stay, for operators to see.
   *
   * @throws Refusal if there is no such user, or it is the built-in one
   */
  @Transactional
  public void delete(String name) {
    User user = locked(name);
    user.delete(clock.instant());
    tokens.revokeAll(name);
  }

  /** With a lock, so that no token is made for a user who is just being deleted. */
  private User locked(String name) {
    return find(name, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemCode.NO_SUCH_USER,
                    Sentence.of("There is no user {user}.").with("user", name)));
  }

  private Optional<User> find(String name, LockModeType lock) {
    // What can be no name is not looked for: PostgreSQL cannot even take every string.
    return Optional.of(name)
        .filter(given -> NAME.matcher(given).matches())
        .map(given -> entityManager.find(User.class, given, lock))
        .filter(user -> !user.isDeleted());
  }
}
