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
import java.util.List;

/**
 * Shows operators the messages that nobody took, and lets them try submits again or discard them.
 */
@Path("api/v1/dead-letters/messages")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class DeadMessageResource {

  private static final List<String> UNDELIVERABLE = List.of("tiankong.dead", DeadSubmits.QUEUE);

  @Inject Queues queues;
  @Inject DeadSubmits submits;

  @GET
  public JsonObject messages(
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Queues.MOST_MESSAGES)
          int limit) {
    JsonArrayBuilder messages = JSON.createArrayBuilder();
    for (String queue : UNDELIVERABLE) {
      for (JsonObject message : queues.messages(queue, limit)) {
        messages.add(JSON.createObjectBuilder(message).add("queue", queue));
      }
    }
    return JSON.createObjectBuilder().add("messages", messages).build();
  }

  @POST
  @Path("{id}/retry")
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public void retry(@PathParam("id") String id) {
    if (!submits.retry(id)) {
      throw missing(id);
    }
  }

  @POST
  @Path("{id}/discard")
  @Produces(MediaType.WILDCARD)
  public void discard(@PathParam("id") String id) {
    if (!submits.discard(id)) {
      throw missing(id);
    }
  }

  @POST
  @Path("retry")
  public JsonObject retryAll() {
    return JSON.createObjectBuilder().add("messages", submits.retryAll()).build();
  }

  @POST
  @Path("discard")
  public JsonObject discardAll() {
    return JSON.createObjectBuilder().add("messages", submits.discardAll()).build();
  }

  private static Refusal missing(String id) {
    return new Refusal(
        ProblemCode.NO_SUCH_DEAD_LETTER,
        Sentence.of("{queue} has no message {message}, or the message was retried or discarded.")
            .with("queue", DeadSubmits.QUEUE)
            .with("message", id));
  }
}
