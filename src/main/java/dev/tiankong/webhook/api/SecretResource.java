package dev.tiankong.webhook.api;

import dev.tiankong.security.api.NeedsPassword;
import dev.tiankong.webhook.SigningSecret;
import dev.tiankong.webhook.SigningSecrets;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The secret that signs a user's webhooks. */
@Path("api/v1/webhooks/secret")
@RequestScoped
@RolesAllowed("submitter")
@Produces(MediaType.APPLICATION_JSON)
public class SecretResource {

  @Inject SigningSecrets secrets;
  @Context SecurityContext security;

  /** The only answer that ever has the secret in it. */
  @POST
  @NeedsPassword
  public Response renew() {
    SigningSecrets.Created created = secrets.renew(caller());
    return Response.status(Response.Status.CREATED)
        .entity(json(created.secret()).add("secret", created.text()).build())
        .build();
  }

  @GET
  public JsonObject show() {
    return secrets
        .find(caller())
        .map(secret -> json(secret).build())
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemCode.NO_SUCH_WEBHOOK_SECRET,
                    "You have no secret to sign webhooks with: create one with POST."));
  }

  private String caller() {
    return security.getUserPrincipal().getName();
  }

  private static JsonObjectBuilder json(SigningSecret secret) {
    return Json.createObjectBuilder()
        .add("createdAt", secret.createdAt().toString())
        .add(
            "previousValidUntil",
            secret
                .previousUntil()
                .<JsonValue>map(until -> Json.createValue(until.toString()))
                .orElse(JsonValue.NULL));
  }
}
