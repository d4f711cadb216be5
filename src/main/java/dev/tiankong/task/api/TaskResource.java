package dev.tiankong.task.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.task.Option;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextTask;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The tasks that a batch can name, with what a form needs to ask for their options. */
@Path("api/v1/tasks")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

  @Inject Tasks tasks;

  @GET
  public JsonObject list() {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    tasks.all().forEach(task -> all.add(json(task)));
    return JSON.createObjectBuilder().add("tasks", all).build();
  }

  private static JsonObjectBuilder json(TextTask task) {
    JsonArrayBuilder options = JSON.createArrayBuilder();
    task.options().all().forEach(option -> options.add(json(option)));
    return JSON.createObjectBuilder()
        .add("name", task.name())
        .add("description", task.description())
        .add("default", task.name().equals(Tasks.DEFAULT))
        .add("options", options);
  }

  /** Its JSON schema, with the name before it. */
  private static JsonObjectBuilder json(Option<?> option) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("name", option.name());
    option.schema().forEach(json::add);
    return json;
  }
}
