package dev.tiankong.security;

import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.BasicAuthenticationCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617). The server brings a mechanism of its own, but that one fails, rather than
 * refuses, when a header is not base64 or has no colon in it.
 */
@ApplicationScoped
class BasicAuthentication implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Basic ";

  @Inject IdentityStoreHandler identityStores;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (!context.isProtected()) {
      return context.doNothing();
    }
    try {
      return authenticate(request, response, context);
    } catch (RuntimeException e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
      // The container would log each request with all its stack.
      return unavailable(response);
    }
  }

  private static AuthenticationStatus unavailable(HttpServletResponse response) {
    try {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus authenticate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    CredentialValidationResult result =
        credential(request.getHeader("Authorization"))
            .map(identityStores::validate)
            .orElse(CredentialValidationResult.INVALID_RESULT);
    if (result.getStatus() == Status.VALID) {
      return context.notifyContainerAboutLogin(result);
    }
    response.setHeader("WWW-Authenticate", "Basic realm=\"Tiankong\", charset=\"UTF-8\"");
    return context.responseUnauthorized();
  }

  private static Optional<BasicAuthenticationCredential> credential(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BasicAuthenticationCredential(header.substring(SCHEME.length()).trim()));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // Not base64, or no colon in it.
      return Optional.empty();
    }
  }
}
