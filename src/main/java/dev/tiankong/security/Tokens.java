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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The API tokens of all users. Each user sees and revokes only their own. */
@ApplicationScoped
public class Tokens {

  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

  @PersistenceContext EntityManager entityManager;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.user.max.tokens", defaultValue = "50")
  int maxTokens;

  /** A token just made; the only moment at which its secret is known. */
  public record Created(ApiToken token, String secret) {}

  /**
   * @throws Refusal if the token would be mightier than its user, or one too many
   */
  @Transactional
  public Created create(String userName, TokenRequest request) {
    User user = locked(userName);
    requireRoom(userName);
    return create(user, request);
  }

  /** With a lock: nobody is deleted meanwhile, and of two tokens at a time one counts the other. */
  private User locked(String userName) {
    User user = entityManager.find(User.class, userName, LockModeType.PESSIMISTIC_WRITE);
    if (user == null || user.isDeleted()) {
      throw new Refusal(
          ProblemCode.NO_SUCH_USER,
          Sentence.of("The user {user} no longer exists.").with("user", userName));
    }
    return user;
  }

  private void requireRoom(String userName) {
    long tokens =
        entityManager
            .createQuery(
                "select count(t) from ApiToken t where t.user.name = :user and t.name <> :session",
                Long.class)
            .setParameter("user", userName)
            .setParameter("session", TokenRequest.SESSION)
            .getSingleResult();
    if (tokens >= maxTokens) {
      throw new Refusal(
          ProblemCode.TOO_MANY_TOKENS,
          Sentence.of(
                  "You have {found} tokens, including expired ones, which is the limit: revoke one that is no longer used.")
              .with("found", tokens));
    }
  }

  private Created create(User user, TokenRequest request) {
    TokenSecret secret = TokenSecret.random();
    ApiToken token = new ApiToken(user, request, secret, clock.instant());
    entityManager.persist(token);
    return new Created(token, secret.text());
  }

  /**
   * Signs a user in until the session ends: a token as mighty as its user, kept in a cookie. Ends
   * the user's oldest sessions where there would be too many.
   */
  @Transactional
  public Created openSession(String userName) {
    User user = locked(userName);
    forgetSessions(userName);
    return create(user, TokenRequest.session(user.role()));
  }

  // A browser that is closed never signs out: users would find a token for each day.
  private void forgetSessions(String userName) {
    entityManager
        .createNativeQuery(
            """
            delete from api_token
            where user_name = :user and name = :name and (
              expires_at < :now
              or id not in (
                select id from api_token
                where user_name = :user and name = :name
                order by created_at desc, id
                limit :kept))
            """)
        .setParameter("user", userName)
        .setParameter("name", TokenRequest.SESSION)
        .setParameter("now", clock.instant())
        .setParameter("kept", maxTokens - 1)
        .executeUpdate();
  }

  /** Signs out; does nothing if the session is over. */
  @Transactional
  public void closeSession(String secret) {
    entityManager
        .createQuery("delete from ApiToken t where t.digest = :digest")
        .setParameter("digest", new TokenSecret(secret).digest())
        .executeUpdate();
  }

  public List<ApiToken> of(String userName) {
    return entityManager
        .createQuery(
            "select t from ApiToken t where t.user.name = :user order by t.createdAt, t.id",
            ApiToken.class)
        .setParameter("user", userName)
        .getResultList();
  }

  /**
   * @param power of whoever asks for it: a token that was stolen must not turn off those that can
   *     do more
   * @return whether the user had such a token
   * @throws Refusal if the token can do more
   */
  @Transactional
  public boolean revoke(String userName, UUID id, Role power) {
    Optional<ApiToken> token =
        Optional.ofNullable(entityManager.find(ApiToken.class, id))
            .filter(found -> found.user().name().equals(userName));
    token.ifPresent(
        found -> {
          if (!power.includes(found.power())) {
            throw new Refusal(
                ProblemCode.ROLE_TOO_LOW,
                Sentence.of(
                        "A token of the role {own} cannot revoke one of the role {role}: sign in with your password, or with a token of that role.")
                    .with("own", power.toString())
                    .with("role", found.power().toString()));
          }
          delete(found);
        });
    return token.isPresent();
  }

  // Not by the entity: one that was revoked meanwhile is no error.
  private void delete(ApiToken token) {
    entityManager
        .createQuery("delete from ApiToken t where t.id = :id")
        .setParameter("id", token.id())
        .executeUpdate();
  }

  void revokeAll(String userName) {
    entityManager
        .createQuery("delete from ApiToken t where t.user.name = :user")
        .setParameter("user", userName)
        .executeUpdate();
  }

  /** The token behind a secret, if it lets anybody in now. Notes that it was used. */
  @Transactional
  Optional<ApiToken> use(TokenSecret secret) {
    return use("digest", secret.digest());
  }

  /** The same for one whose secret somebody else has checked. */
  @Transactional
  Optional<ApiToken> use(UUID id) {
    return use("id", id);
  }

  private Optional<ApiToken> use(String attribute, Object value) {
    Instant now = clock.instant();
    Optional<ApiToken> found =
        entityManager
            .createQuery(
                "select t from ApiToken t join fetch t.user where t.%s = :value and t.expiresAt > :now"
                    .formatted(attribute),
                ApiToken.class)
            .setParameter("value", value)
            .setParameter("now", now)
            .getResultStream()
            .filter(token -> !token.isIdleSession(now))
            .findFirst();
    found
        .filter(token -> token.wasUnusedFor(USE_WRITTEN_EVERY, now))
        .ifPresent(token -> noteUse(token, now));
    return found;
  }

  // A statement of its own rather than a change to the entity: one that was revoked meanwhile is no
  // row, and no error either.
  private void noteUse(ApiToken token, Instant now) {
    entityManager
        .createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id")
        .setParameter("now", now)
        .setParameter("id", token.id())
        .executeUpdate();
  }
}
