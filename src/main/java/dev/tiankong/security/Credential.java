package dev.tiankong.security;

import java.util.Set;
import java.util.UUID;
import org.wildfly.security.auth.server.SecurityDomain;

/** What somebody signed in with, and the groups that they were let in with. */
public sealed interface Credential {

  Set<String> groups();

  /** Also the session of a browser. */
  record Token(UUID id, Set<String> groups) implements Credential {}

  /**
   * @param hash of the password at that time
   */
  record Password(String user, String hash, Set<String> groups) implements Credential {
    @Override
    public String toString() {
      return "password of " + user;
    }
  }

  /**
   * An access token of an OpenID provider.
   *
   * @param domain that takes it
   */
  record Access(SecurityDomain domain, String token, Set<String> groups) implements Credential {
    @Override
    public String toString() {
      return "access token";
    }
  }
}
