package dev.tiankong.security.api;

import dev.tiankong.security.PasswordSignIn;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

@Provider
@NeedsPassword
public class PasswordNeeded implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getSecurityContext().isUserInRole(PasswordSignIn.GROUP)) {
      throw new Refusal(
          ProblemCode.PASSWORD_NEEDED,
          "This needs a user's password (HTTP Basic): a token cannot change users, passwords or tokens.");
    }
  }
}
