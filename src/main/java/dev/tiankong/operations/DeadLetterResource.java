package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.control.ControlDeadLetters;
import dev.tiankong.batch.query.DeadLetter;
import dev.tiankong.batch.query.DeadLetters;
import dev.tiankong.request.Between;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Shows operators what was given up, and lets them try it again or discard it. */
@Path("api/v1/dead-letters")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

  @Inject DeadLetters letters;
  @Inject ControlDeadLetters control;

  /**
   * @param after what {@code next} said
   */
  @GET
  public JsonObject page(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Page.MOST) int limit) {
    DeadLetter.Place place =
        QueryValue.read("after", after, DeadLetterJson::place, "the \"next\" of an earlier page")
            .orElse(DeadLetter.Place.START);
    return Page.read(limit, most -> letters.page(place, most))
        .toJson("deadLetters", DeadLetterJson::of, DeadLetterJson::next);
  }

  @POST
  @Path("{batch}/{chunk}/retry")
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public void retry(@PathParam("batch") String batch, @PathParam("chunk") String chunk) {
    if (!control.retry(id(batch, chunk))) {
      throw missing(batch, chunk);
    }
  }

  @POST
  @Path("{batch}/{chunk}/discard")
  @Produces(MediaType.WILDCARD)
  public void discard(@PathParam("batch") String batch, @PathParam("chunk") String chunk) {
    if (!control.discard(id(batch, chunk))) {
      throw missing(batch, chunk);
    }
  }

  @POST
  @Path("retry")
  public JsonObject retryAll() {
    return JSON.createObjectBuilder().add("chunks", control.retryAll()).build();
  }

  @POST
  @Path("discard")
  public JsonObject discardAll() {
    return JSON.createObjectBuilder().add("chunks", control.discardAll()).build();
  }

  private static ChunkId id(String batch, String chunk) {
    try {
      return new ChunkId(UUID.fromString(batch), Integer.parseInt(chunk));
    } catch (IllegalArgumentException e) {
      throw missing(batch, chunk);
    }
  }

  private static Refusal missing(String batch, String chunk) {
    return new Refusal(
        ProblemCode.NO_SUCH_DEAD_LETTER,
        Sentence.of(
                "Chunk {chunk} of batch {batch} is not a dead letter, or was retried or discarded.")
            .with("chunk", chunk)
            .with("batch", batch));
  }
}
