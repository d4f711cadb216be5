package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The installed models, which many clients ask for to test a connection. */
@Path("v1/models")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

  private static final String OWNER = "tiankong";

  @Inject ModelCatalogue models;

  @GET
  public JsonObject list() {
    JsonArrayBuilder data = JSON.createArrayBuilder();
    models.installed().forEach(card -> data.add(json(card)));
    return JSON.createObjectBuilder().add("object", "list").add("data", data).build();
  }

  @GET
  @Path("{id}")
  public JsonObject retrieve(@PathParam("id") String id) {
    return models.installed().stream()
        .filter(card -> card.origin().name().equals(id))
        .map(this::json)
        .findFirst()
        .orElseThrow(() -> OpenAiCode.notFound("There is no model {found} here.", id));
  }

  private JsonObject json(ModelCard card) {
    return JSON.createObjectBuilder()
        .add("id", card.origin().name())
        .add("object", "model")
        .add("created", models.installedAt(card).getEpochSecond())
        .add("owned_by", OWNER)
        .build();
  }
}
