package dev.tiankong.security;

import dev.tiankong.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617). The container's own mechanism would do, but for its refusal: an HTML page
 * where clients of this service read problem JSON.
 */
@ApplicationScoped
class BasicAuthentication implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Basic ";

  @Inject IdentityStoreHandler identityStores;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (!context.isProtected()) {
      return context.doNothing();
    }
    CredentialValidationResult result =
        credential(request)
            .map(identityStores::validate)
            .orElse(CredentialValidationResult.INVALID_RESULT);
    return result.getStatus() == Status.VALID
        ? context.notifyContainerAboutLogin(result)
        : refuse(response);
  }

  private static Optional<BasicAuthenticationCredential> credential(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BasicAuthenticationCredential(header.substring(SCHEME.length()).trim()));
    } catch (IllegalArgumentException e) {
      // Not base64, or no colon in it.
      return Optional.empty();
    }
  }

  private static AuthenticationStatus refuse(HttpServletResponse response)
      throws AuthenticationException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Basic realm=\"Tiankong\", charset=\"UTF-8\"");
    response.setContentType(Problem.JSON);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Problem problem =
        new Problem(401, "sign-in-required", "Sign in with a user and a password (HTTP Basic).");
    try {
      response.getWriter().write(problem.toJson().toString());
      // Committed, or the container would put its own page in place of it.
      response.flushBuffer();
    } catch (IOException e) {
      throw new AuthenticationException("The client went away", e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
