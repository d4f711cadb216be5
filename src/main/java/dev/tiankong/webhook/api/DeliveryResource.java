package dev.tiankong.webhook.api;

import dev.tiankong.batch.api.BatchLookup;
import dev.tiankong.webhook.Deliveries;
import dev.tiankong.webhook.Delivery;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What became of the webhooks of a batch. */
@Path("api/v1/batches/{id}/deliveries")
@RequestScoped
@RolesAllowed("submitter")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

  @Inject BatchLookup lookup;
  @Inject Deliveries deliveries;

  @GET
  @RolesAllowed("viewer")
  public JsonObject list(@PathParam("id") String id) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    deliveries.of(lookup.find(id).id()).forEach(delivery -> list.add(json(delivery)));
    return Json.createObjectBuilder().add("deliveries", list).build();
  }

  /** Sends it again at once, and then as often as a new one. */
  @POST
  @Path("{delivery}/resend")
  public Response resend(@PathParam("id") String id, @PathParam("delivery") String delivery) {
    UUID batch = lookup.find(id).id();
    return Delivery.idOf(delivery)
        .flatMap(known -> deliveries.resend(batch, known))
        .map(resent -> Response.accepted(json(resent)).build())
        .orElseThrow(() -> missing(delivery));
  }

  private static Refusal missing(String id) {
    return new Refusal(
        ProblemCode.NO_SUCH_DELIVERY,
        Sentence.of("The batch has no delivery {delivery}.").with("delivery", id));
  }

  private static JsonObject json(Delivery delivery) {
    return Json.createObjectBuilder()
        .add("id", delivery.messageId())
        .add("event", delivery.event())
        .add("url", delivery.url())
        .add("state", delivery.state().name())
        .add("attempts", delivery.attempts())
        .add(
            "lastStatus",
            delivery.lastStatus() == null
                ? JsonValue.NULL
                : Json.createValue(delivery.lastStatus()))
        .add("lastError", text(delivery.lastError()))
        .add("createdAt", delivery.createdAt().toString())
        .add("lastAttemptAt", text(delivery.lastAttemptAt()))
        .add("nextAttemptAt", text(delivery.nextAttemptAt()))
        .build();
  }

  private static JsonValue text(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }
}
