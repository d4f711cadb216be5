package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.Between;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Shows operators the queues, and stops and starts their deliveries. */
@Path("api/v1/queues")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

  @Inject Queues queues;
  @Inject QueueHistory history;

  @GET
  public JsonObject list() {
    JsonArrayBuilder own = JSON.createArrayBuilder();
    JsonArrayBuilder subscriptions = JSON.createArrayBuilder();
    queues
        .listWithAges()
        .forEach(
            (queue, age) ->
                (queue.isSubscription() ? subscriptions : own)
                    .add(QueueJson.of(queue, age, history.latest(queue))));
    return JSON.createObjectBuilder()
        .add("queues", own)
        .add("subscriptions", subscriptions)
        .build();
  }

  /** As this server saw it. */
  @GET
  @Path("{name}/history")
  public JsonObject history(@PathParam("name") String name) {
    JsonArrayBuilder samples = JSON.createArrayBuilder();
    history.of(find(name)).forEach(sample -> samples.add(QueueJson.of(sample)));
    return JSON.createObjectBuilder().add("queue", name).add("samples", samples).build();
  }

  @GET
  @Path("{name}/messages")
  public JsonObject messages(
      @PathParam("name") String name,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Queues.MOST_MESSAGES)
          int limit) {
    JsonArrayBuilder messages = JSON.createArrayBuilder();
    queues.messages(find(name).name(), limit).forEach(messages::add);
    return JSON.createObjectBuilder().add("queue", name).add("messages", messages).build();
  }

  @POST
  @Path("{name}/pause")
  public JsonObject pause(@PathParam("name") String name) {
    queues.pause(find(name));
    return state(name);
  }

  @POST
  @Path("{name}/resume")
  public JsonObject resume(@PathParam("name") String name) {
    queues.resume(find(name));
    return state(name);
  }

  private JsonObject state(String name) {
    return JSON.createObjectBuilder()
        .add("queue", name)
        .add("paused", find(name).isPaused())
        .build();
  }

  private BrokerQueue find(String name) {
    return queues
        .find(name)
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemCode.NO_SUCH_QUEUE,
                    Sentence.of("There is no queue {queue}.").with("queue", name)));
  }
}
