package dev.tiankong.security.api;

import dev.tiankong.request.ObjectBody;
import dev.tiankong.security.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Optional;

/** What users can do about themselves. */
@Path("api/v1/me")
@RequestScoped
@RolesAllowed("viewer")
public class OwnAccountResource {

  @Inject Users users;
  @Context SecurityContext security;

  /** The old password came with the request: nobody gets here without it. */
  @PUT
  @Path("password")
  @NeedsPassword
  @Consumes(MediaType.APPLICATION_JSON)
  public void changePassword(InputStream json) {
    String password = ObjectBody.of(json, "password").string("password");
    users.change(security.getUserPrincipal().getName(), Optional.empty(), Optional.of(password));
  }
}
