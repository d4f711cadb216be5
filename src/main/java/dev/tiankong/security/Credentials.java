package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Says of those who were let in a while ago whether they would be let in now. */
@ApplicationScoped
public class Credentials {

  @Inject Tokens tokens;
  @Inject Users users;
  @Inject ProviderSignIn provider;

  /** False if it was revoked, changed or has expired, or if its user was deleted or lost a role. */
  public boolean areGood(Credential credential) {
    if (credential instanceof Credential.Token token) {
      return tokens.use(token.id()).filter(now -> covers(now.power(), token)).isPresent();
    }
    if (credential instanceof Credential.Password password) {
      return users
          .find(password.user())
          .filter(user -> user.passwordHash().equals(password.hash()))
          .filter(user -> covers(user.role(), password))
          .isPresent();
    }
    return provider.byToken((Credential.Access) credential) instanceof SignIn.In in
        && in.groups().containsAll(credential.groups());
  }

  private static boolean covers(Role role, Credential credential) {
    Set<String> groups = credential.groups();
    return groups.stream()
        .allMatch(group -> role.groups().contains(group) || group.equals(PasswordSignIn.GROUP));
  }
}
