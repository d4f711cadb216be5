package dev.tiankong.security.api;

import dev.tiankong.request.ObjectBody;
import dev.tiankong.security.Role;
import dev.tiankong.security.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** What users can do about themselves. */
@Path("api/v1/me")
@RequestScoped
@RolesAllowed("viewer")
public class OwnAccountResource {

  @Inject Users users;
  @Context SecurityContext security;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject show() {
    return json(security);
  }

  static JsonObject json(SecurityContext security) {
    return Json.createObjectBuilder()
        .add("name", security.getUserPrincipal().getName())
        .add("role", role(security).name())
        .build();
  }

  /** The one that counts now, which may be less than the user's: that of a token. */
  static Role role(SecurityContext security) {
    return Stream.of(Role.operator, Role.submitter)
        .filter(higher -> security.isUserInRole(higher.name()))
        .findFirst()
        .orElse(Role.viewer);
  }

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
