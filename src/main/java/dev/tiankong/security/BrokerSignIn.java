package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the user behind a name that the message broker has written on a message. */
@ApplicationScoped
public class BrokerSignIn {

  @PersistenceContext EntityManager entityManager;

  @Inject Tokens tokens;
  @Inject Users users;

  /** Set if the broker is an external one, which has users of its own. */
  @Inject
  @ConfigProperty(name = "tiankong.broker.host")
  Optional<String> externalBroker;

  /**
   * Asked when a message is worked on, not when it was sent: a token may be revoked, or a role
   * lost, since then.
   *
   * @param validated the id of an API token if the broker is embedded; the name of a user if it is
   *     external. Which of them it is never depends on the name: else one could pass for the other
   * @return the user's name, if the user may submit now
   */
  public Optional<String> submitter(String validated) {
    return isByToken() ? byToken(validated) : byName(validated);
  }

  /** Whether the broker is one that knows tokens, and no users of its own. */
  public boolean isByToken() {
    return externalBroker.isEmpty();
  }

  /**
   * What tokens may do now.
   *
   * @return their roles; a token that lets nobody in is not among them
   */
  public Map<String, Role> roles(Collection<String> tokenIds) {
    Stream<?> rows =
        entityManager
            .createNativeQuery(
                "select token_id, role from broker_sign_in where token_id in (:ids)", Tuple.class)
            .setParameter("ids", tokenIds)
            .getResultStream();
    return rows.map(Tuple.class::cast)
        .collect(
            Collectors.toMap(
                row -> row.get(0, String.class), row -> Role.valueOf(row.get(1, String.class))));
  }

  private Optional<String> byName(String name) {
    return users.find(name).filter(user -> user.role().includes(Role.submitter)).map(User::name);
  }

  private Optional<String> byToken(String id) {
    return tokenId(id)
        .flatMap(token -> tokens.use(token))
        .filter(token -> token.power().includes(Role.submitter))
        .map(token -> token.user().name());
  }

  private static Optional<UUID> tokenId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
