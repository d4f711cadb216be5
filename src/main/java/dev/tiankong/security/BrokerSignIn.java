package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Whom the message broker means by those that it let in. */
@ApplicationScoped
public class BrokerSignIn {

  @Inject Tokens tokens;
  @Inject Users users;

  /**
   * Asked when a message is worked on, not when it was sent: a token may be revoked, or a role
   * lost, since then.
   *
   * @param validated the id of an API token, as with the embedded broker, or the name of a user who
   *     has the same name at a broker of its own
   * @return the user's name, if the user may submit now
   */
  public Optional<String> submitter(String validated) {
    try {
      return tokens
          .use(UUID.fromString(validated))
          .filter(token -> token.power().includes(Role.submitter))
          .map(token -> token.user().name());
    } catch (IllegalArgumentException e) {
      // Not the id of a token.
      return users
          .find(validated)
          .filter(user -> user.role().includes(Role.submitter))
          .map(User::name);
    }
  }
}
