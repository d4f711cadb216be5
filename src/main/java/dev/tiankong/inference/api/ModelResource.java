package dev.tiankong.inference.api;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells which models a batch can name. */
@Path("api/v1/models")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

  @Inject ModelCatalogue models;

  @GET
  public JsonObject list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    models.installed().forEach(card -> list.add(model(card)));
    return Json.createObjectBuilder().add("models", list).build();
  }

  private JsonObjectBuilder model(ModelCard card) {
    String name = card.origin().name();
    JsonValue precision =
        models
            .precision(card)
            .<JsonValue>map(chosen -> Json.createValue(chosen.label()))
            .orElse(JsonValue.NULL);
    return Json.createObjectBuilder(card.toJson())
        .add("precision", precision)
        .add("loaded", models.loaded().contains(name))
        .add("default", name.equals(models.defaultName()));
  }
}
