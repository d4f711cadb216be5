package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.query.FailureGroup;
import dev.tiankong.batch.query.FailureGroup.Example;
import dev.tiankong.batch.query.Failures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Why texts of a batch failed: how many for which reason, with examples. */
@Path("api/v1/batches/{id}/errors")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class ErrorResource {

  @Inject BatchLookup lookup;
  @Inject Failures failures;

  @GET
  public JsonObject list(@PathParam("id") String id) {
    JsonArrayBuilder errors = JSON.createArrayBuilder();
    failures.of(lookup.find(id).id()).forEach(group -> errors.add(json(group)));
    return JSON.createObjectBuilder().add("errors", errors).build();
  }

  private static JsonObjectBuilder json(FailureGroup group) {
    JsonArrayBuilder examples = JSON.createArrayBuilder();
    group
        .examples()
        .forEach(
            example ->
                examples.add(
                    told(example).add("index", example.index()).add("text", example.text())));
    return told(group.examples().get(0))
        .add("code", group.code())
        .add("count", group.count())
        .add("examples", examples);
  }

  /** What an item was told; what others of its group were told may differ in its particulars. */
  private static JsonObjectBuilder told(Example example) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("message", example.error().message());
    if (!example.error().parameters().isEmpty()) {
      json.add("parameters", example.error().parameters());
    }
    return json;
  }
}
