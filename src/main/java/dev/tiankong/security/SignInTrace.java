package dev.tiankong.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** What a sign-in leaves on its request for those who write down what happened. */
public final class SignInTrace {

  private static final String ATTRIBUTE = SignInTrace.class.getName();

  private UUID token;
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

  void token(UUID id) {
    token = id;
  }

  void failed(String user) {
    failedUser = user;
  }

  /** Null for a password. */
  public UUID token() {
    return token;
  }

  /** The user whose password was not the one that was given, if there is such a user. */
  public Optional<String> failedUser() {
    return Optional.ofNullable(failedUser);
  }
}
