package dev.tiankong.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** What a sign-in leaves on its request for those who write down what happened. */
public final class SignInTrace {

  private static final String ATTRIBUTE = SignInTrace.class.getName();

  private Credential credential;
  private String failedUser;

  private SignInTrace() {}

  public static SignInTrace of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof SignInTrace trace) {
      return trace;
    }
    SignInTrace trace = new SignInTrace();
    request.setAttribute(ATTRIBUTE, trace);
    return trace;
  }

  void signedIn(Credential with) {
    credential = with;
  }

  void failed(String user) {
    failedUser = user;
  }

  /** Empty where nobody signed in. */
  public Optional<Credential> credential() {
    return Optional.ofNullable(credential);
  }

  /** The id of an API token or a session; null for anything else. */
  public UUID token() {
    return credential instanceof Credential.Token token ? token.id() : null;
  }

  /** The user whose password was not the one that was given, if there is such a user. */
  public Optional<String> failedUser() {
    return Optional.ofNullable(failedUser);
  }
}
