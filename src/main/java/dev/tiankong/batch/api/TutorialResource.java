package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.intake.SubmissionReader;
import dev.tiankong.batch.query.AnswerPages;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.ItemSearch;
import dev.tiankong.request.Packed;
import dev.tiankong.request.ReadsQuery;
import dev.tiankong.request.Transfers;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/**
 * The two routes of the tutorial that this service replaces, so that its clients need no change.
 */
@Path("")
@RequestScoped
@RolesAllowed("submitter")
@Produces(MediaType.APPLICATION_JSON)
public class TutorialResource {

  @Inject Intake intake;
  @Inject BatchLookup lookup;
  @Inject AnswerPages pages;
  @Inject Transfers transfers;
  @Inject Tasks tasks;
  @Context UriInfo uri;
  @Context SecurityContext security;
  @Context HttpHeaders headers;

  @POST
  @ReadsQuery(SubmissionReader.class)
  @Path("submit_batch")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject submit(InputStream body) {
    return TutorialJson.submitted(
        intake.take(body, new Intake.Origin(uri, headers, security)).batch());
  }

  @GET
  @RolesAllowed("viewer")
  @Path("task_status/{id}")
  @Packed
  public Response status(@PathParam("id") String id) {
    Batch batch = lookup.find(id);
    if (!batch.state().isFinal() || batch.cancelled() > 0) {
      return Response.ok(TutorialJson.unfinished(batch)).build();
    }
    transfers.download();
    // The tutorial knows no pages: all answers come in one piece.
    Answers answers = pages.of(batch.id(), ItemSearch.ALL, -1);
    AnswerFormat format = tasks.format(batch.task());
    StreamingOutput content = out -> TutorialJson.writeFinished(answers, format, out);
    return Response.ok(content).build();
  }
}
