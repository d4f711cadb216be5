package dev.tiankong.security.api;

import dev.tiankong.request.ObjectBody;
import dev.tiankong.security.ApiToken;
import dev.tiankong.security.Role;
import dev.tiankong.security.TokenRequest;
import dev.tiankong.security.Tokens;
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
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;

/** Lets users make tokens for their programs, look at them, and revoke them. */
@Path("api/v1/tokens")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  @Inject Tokens tokens;
  @Context UriInfo uri;
  @Context SecurityContext security;

  /** The only answer that ever has the token in it. */
  @POST
  @NeedsPassword
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream json) {
    ObjectBody body = ObjectBody.of(json, "name", "role", "expiresInDays");
    Role role = RoleMember.required(body);
    TokenRequest wanted =
        TokenRequest.of(
            body.string("name"), role, body.optionalWholeNumber("expiresInDays").orElse(null));
    Tokens.Created created = tokens.create(caller(), wanted);
    return Response.created(
            uri.getAbsolutePathBuilder().path(created.token().id().toString()).build())
        .entity(json(created.token()).add("token", created.secret()).build())
        .build();
  }

  @GET
  public JsonObject list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    tokens.of(caller()).forEach(token -> list.add(json(token)));
    return Json.createObjectBuilder().add("tokens", list).build();
  }

  /** Revokes it, at once and for good. */
  @DELETE
  @Path("{id}")
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public void revoke(@PathParam("id") String id) {
    try {
      if (tokens.revoke(caller(), UUID.fromString(id), OwnAccountResource.role(security))) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Not an id, so the id of nothing.
    }
    throw missing(id);
  }

  private static Refusal missing(String id) {
    return new Refusal(
        ProblemCode.NO_SUCH_TOKEN, Sentence.of("You have no token {token}.").with("token", id));
  }

  private String caller() {
    return security.getUserPrincipal().getName();
  }

  private static JsonObjectBuilder json(ApiToken token) {
    return Json.createObjectBuilder()
        .add("id", token.id().toString())
        .add("name", token.name())
        .add("role", token.role().name())
        .add("createdAt", token.createdAt().toString())
        .add("expiresAt", token.expiresAt().toString())
        .add("lastUsedAt", timestamp(token.lastUsedAt()));
  }

  private static JsonValue timestamp(Instant instant) {
    return instant == null ? JsonValue.NULL : Json.createValue(instant.toString());
  }
}
