package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617) with a user's password, and Bearer (RFC 6750) with an API token or what an
 * OpenID provider gave out.
 *
 * <p>The server brings a mechanism for Basic, but that one fails, rather than refuses, when a
 * header is not base64 or has no colon in it.
 */
@ApplicationScoped
class HttpSignIn implements HttpAuthenticationMechanism {

  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject SignIn signIn;
  @Inject ProviderSignIn provider;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!context.isProtected()) {
      return context.doNothing();
    }
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    SignIn.Result result = result(header);
    if (result instanceof SignIn.In in) {
      SignInTrace.of(request).token(in.tokenId());
      return context.notifyContainerAboutLogin(in.name(), in.groups());
    }
    if (result instanceof SignIn.Closed closed) {
      return closed(closed, response);
    }
    SignInTrace.of(request).failed(((SignIn.Wrong) result).user());
    challenge(response, has(BEARER, header));
    return context.responseUnauthorized();
  }

  private SignIn.Result result(String header) {
    if (has(BASIC, header)) {
      return credential(header)
          .map(given -> signIn.byPassword(given.getCaller(), given.getPasswordAsString()))
          .orElseGet(() -> new SignIn.Wrong(null));
    }
    if (has(BEARER, header)) {
      String token = header.substring(BEARER.length()).trim();
      return token.startsWith(TokenSecret.PREFIX)
          ? signIn.byToken(new TokenSecret(token))
          : provider.byToken(token);
    }
    return new SignIn.Wrong(null);
  }

  private static boolean has(String scheme, String header) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static Optional<BasicAuthenticationCredential> credential(String header) {
    try {
      return Optional.of(
          new BasicAuthenticationCredential(header.substring(BASIC.length()).trim()));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // Not base64, or no colon in it.
      return Optional.empty();
    }
  }

  private static void challenge(HttpServletResponse response, boolean tokenWasGiven) {
    if (tokenWasGiven) {
      response.setHeader(CHALLENGE, "Bearer realm=\"Tiankong\", error=\"invalid_token\"");
    } else {
      response.setHeader(CHALLENGE, "Basic realm=\"Tiankong\", charset=\"UTF-8\"");
      response.addHeader(CHALLENGE, "Bearer realm=\"Tiankong\"");
    }
  }

  private static AuthenticationStatus closed(SignIn.Closed closed, HttpServletResponse response) {
    // Rounded up: who comes back in time must not be a moment too early.
    response.setHeader("Retry-After", Long.toString(closed.remaining().toSeconds() + 1));
    try {
      response.sendError(TOO_MANY_REQUESTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
