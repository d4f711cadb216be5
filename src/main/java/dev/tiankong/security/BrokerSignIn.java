package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the user behind a name that the message broker has written on a message. */
@ApplicationScoped
public class BrokerSignIn {

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
    return externalBroker.isPresent() ? byName(validated) : byToken(validated);
  }

  private Optional<String> byName(String name) {
    return users.find(name).filter(user -> user.role().includes(Role.submitter)).map(User::name);
  }

  private Optional<String> byToken(String id) {
    return tokenId(id)
        .flatMap(tokens::use)
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
