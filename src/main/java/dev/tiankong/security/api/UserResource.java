package dev.tiankong.security.api;

import dev.tiankong.request.JsonBody;
import dev.tiankong.request.ObjectBody;
import dev.tiankong.security.Role;
import dev.tiankong.security.User;
import dev.tiankong.security.Users;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;

/** Lets operators make users, change and delete them. */
@Path("api/v1/users")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

  @Inject Users users;
  @Context UriInfo uri;

  @POST
  @NeedsPassword
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream json) {
    ObjectBody body = ObjectBody.of(json, "name", "password", "role");
    Role role = RoleMember.required(body);
    User user = users.create(body.string("name"), body.string("password"), role);
    return Response.created(
            uri.getBaseUriBuilder()
                .path(UserResource.class)
                .path(UserResource.class, "user")
                .build(user.name()))
        .entity(json(user).build())
        .build();
  }

  @GET
  public JsonObject list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    users.all().forEach(user -> list.add(json(user)));
    return Json.createObjectBuilder().add("users", list).build();
  }

  @GET
  @Path("{name}")
  public JsonObject user(@PathParam("name") String name) {
    return users
        .find(name)
        .map(user -> json(user).build())
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemCode.NO_SUCH_USER,
                    Sentence.of("There is no user {user}.").with("user", name)));
  }

  /** Changes the role, the password, or both. */
  @PATCH
  @Path("{name}")
  @NeedsPassword
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("name") String name, InputStream json) {
    ObjectBody body = ObjectBody.of(json, "role", "password");
    Optional<Role> role = RoleMember.read(body);
    Optional<String> password = body.optionalString("password");
    if (role.isEmpty() && password.isEmpty()) {
      throw JsonBody.invalid("nothing-to-change", "Send \"role\", \"password\" or both.");
    }
    return json(users.change(name, role, password)).build();
  }

  @DELETE
  @Path("{name}")
  @NeedsPassword
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public void delete(@PathParam("name") String name) {
    users.delete(name);
  }

  private static JsonObjectBuilder json(User user) {
    return Json.createObjectBuilder()
        .add("name", user.name())
        .add("role", user.role().name())
        .add("createdAt", user.createdAt().toString())
        .add("builtIn", user.isBuiltIn());
  }
}
