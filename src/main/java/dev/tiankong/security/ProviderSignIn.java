package dev.tiankong.security;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.BearerTokenEvidence;

/**
 * Access tokens of an OpenID provider. Whether they are taken, and whose, is configured in the
 * server: its security domain has a token realm then (see {@code src/docs/security.md}).
 */
@ApplicationScoped
class ProviderSignIn {

  private static final System.Logger LOG = System.getLogger(ProviderSignIn.class.getName());

  /** No user of ours has a colon in the name, so nobody outside can become one of them. */
  private static final String PREFIX = "oidc:";

  SignIn.Result byToken(String token) {
    return byToken(SecurityDomain.getCurrent(), token);
  }

  /** Later, where the domain of the first time is not the current one. */
  SignIn.Result byToken(Credential.Access access) {
    return byToken(access.domain(), access.token());
  }

  private static SignIn.Result byToken(SecurityDomain domain, String token) {
    try {
      SecurityIdentity identity = domain.authenticate(new BearerTokenEvidence(token));
      return new SignIn.In(
          PREFIX + identity.getPrincipal().getName(),
          new Credential.Access(domain, token, groups(identity)));
    } catch (SecurityException e) {
      // Not a token of the provider's, no longer one, or no provider is configured.
      return new SignIn.Wrong(null);
    } catch (RealmUnavailableException e) {
      LOG.log(WARNING, "The OpenID provider's token could not be checked", e);
      return new SignIn.Wrong(null);
    }
  }

  private static Set<String> groups(SecurityIdentity identity) {
    Optional<Role> highest =
        Arrays.stream(Role.values())
            .filter(role -> identity.getRoles().contains(role.name()))
            .max(Comparator.naturalOrder());
    return highest.map(Role::groups).orElse(Set.of());
  }
}
