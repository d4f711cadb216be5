package dev.tiankong.security;

import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617) with a user's password, and Bearer (RFC 6750) with an API token or what an
 * OpenID provider gave out. Where a request says neither, the cookie of a session counts.
 *
 * <p>The server brings a mechanism for Basic, but that one fails, rather than refuses, when a
 * header is not base64 or has no colon in it.
 */
@ApplicationScoped
class HttpSignIn implements HttpAuthenticationMechanism {

  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String BASIC = "Basic";
  private static final String BEARER = "Bearer";
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject SignIn signIn;
  @Inject ProviderSignIn provider;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!context.isProtected()) {
      return context.doNothing();
    }
    try {
      return signIn(request, response, context);
    } catch (Exception e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
      // The container would log every request with all its stack.
      return refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
    }
  }

  private AuthenticationStatus signIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Authorization given =
        Authorization.of(
            Optional.ofNullable(request.getHeader("Authorization"))
                .or(() -> SessionCookie.of(request).map(secret -> BEARER + " " + secret))
                .orElse(null));
    SignIn.Result result = result(given);
    if (result instanceof SignIn.In in) {
      SignInTrace.of(request).signedIn(in.credential());
      return context.notifyContainerAboutLogin(in.name(), in.groups());
    }
    if (result instanceof SignIn.Closed closed) {
      return closed(closed, response);
    }
    SignInTrace.of(request).failed(((SignIn.Wrong) result).user());
    if (!isScript(request)) {
      challenge(response, given.is(BEARER));
    }
    return context.responseUnauthorized();
  }

  private SignIn.Result result(Authorization given) {
    if (given.is(BASIC)) {
      return given
          .nameAndPassword()
          .map(pair -> signIn.byPassword(pair.name(), pair.password()))
          .orElseGet(() -> new SignIn.Wrong(null));
    }
    if (given.is(BEARER) && given.credentials().startsWith(TokenSecret.PREFIX)) {
      return signIn.byToken(new TokenSecret(given.credentials()));
    }
    return given.is(BEARER) ? provider.byToken(given.credentials()) : new SignIn.Wrong(null);
  }

  /**
   * Scripts of a page ask for the password themselves; challenged, the browser would do so, too.
   */
  private static boolean isScript(HttpServletRequest request) {
    return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
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
    return refuse(TOO_MANY_REQUESTS, response);
  }

  private static AuthenticationStatus refuse(int status, HttpServletResponse response) {
    try {
      response.sendError(status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }
}
