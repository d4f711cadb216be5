package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.control.ControlBatch;
import dev.tiankong.batch.intake.SubmissionReader;
import dev.tiankong.batch.query.BatchOrder;
import dev.tiankong.batch.query.BatchSearch;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.batch.submit.Submitted;
import dev.tiankong.request.Between;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryValue;
import dev.tiankong.request.ReadsQuery;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Submits batches, answers how they stand, and lets people control them. */
@Path("api/v1/batches")
@RequestScoped
@RolesAllowed("submitter")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

  @Inject Intake intake;
  @Inject ControlBatch control;
  @Inject BatchLookup lookup;
  @Inject Batches batches;
  @Inject Clock clock;
  @Inject Tasks tasks;
  @Context UriInfo uri;
  @Context SecurityContext security;
  @Context HttpHeaders headers;

  @POST
  @ReadsQuery(SubmissionReader.class)
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "text/csv",
    MediaType.TEXT_PLAIN,
    MediaType.MULTIPART_FORM_DATA
  })
  public Response submit(
      InputStream body,
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("onError") @DefaultValue("fail") String onError) {
    boolean flawless = flawless(onError);
    return dryRun ? Response.ok(check(body)).build() : store(body, flawless);
  }

  /** The same for generated clients, which write one kind of body for each route. */
  @POST
  @Path("upload")
  @ReadsQuery(SubmissionReader.class)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(
      InputStream body, @QueryParam("onError") @DefaultValue("fail") String onError) {
    return store(body, flawless(onError));
  }

  /** A dry run for generated clients, which have one type for the answers of each route. */
  @POST
  @Path("check")
  @ReadsQuery(SubmissionReader.class)
  @Consumes({
    MediaType.APPLICATION_JSON,
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "text/csv",
    MediaType.TEXT_PLAIN,
    MediaType.MULTIPART_FORM_DATA
  })
  public JsonObject check(InputStream body) {
    return ReportJson.of(intake.check(body, origin()));
  }

  private static boolean flawless(String onError) {
    if (!onError.matches("fail|reject")) {
      throw QueryValue.invalid("onError", "fail or reject");
    }
    return onError.equals("reject");
  }

  private Response store(InputStream body, boolean flawless) {
    Submitted submitted =
        flawless ? intake.takeIfFlawless(body, origin()) : intake.take(body, origin());
    Response.ResponseBuilder response =
        Response.accepted(status(submitted.batch()))
            .location(BatchJson.self(submitted.batch().id(), uri));
    return (submitted.isReplay() ? response.header("Idempotency-Replayed", true) : response)
        .build();
  }

  private Intake.Origin origin() {
    return new Intake.Origin(uri, headers, security);
  }

  @GET
  @ReadsQuery(OrderQuery.class)
  @RolesAllowed("viewer")
  public JsonObject list(
      @BeanParam SearchQuery query,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Page.MOST) int limit) {
    BatchSearch search = query.search(security);
    BatchOrder order = OrderQuery.read(uri);
    return Page.read(limit, most -> batches.search(search, order, most))
        .toJson("batches", this::status, batch -> JSON.createValue(OrderQuery.next(order, batch)));
  }

  @GET
  @RolesAllowed("viewer")
  @Path("{id}")
  public JsonObject status(@PathParam("id") String id) {
    return status(lookup.find(id));
  }

  @POST
  @Path("{id}/pause")
  public JsonObject pause(@PathParam("id") String id) {
    return changed(id, control::pause);
  }

  @POST
  @Path("{id}/resume")
  public JsonObject resume(@PathParam("id") String id) {
    return changed(id, control::resume);
  }

  @POST
  @Path("{id}/cancel")
  public JsonObject cancel(@PathParam("id") String id) {
    return changed(id, control::cancel);
  }

  @POST
  @Path("{id}/retry")
  public JsonObject retry(@PathParam("id") String id) {
    return changed(id, control::retry);
  }

  @DELETE
  @Path("{id}")
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public void delete(@PathParam("id") String id) {
    control.delete(lookup.find(id).id());
  }

  private JsonObject changed(String id, Function<UUID, Optional<Batch>> change) {
    return status(change.apply(lookup.find(id).id()).orElseThrow(() -> BatchLookup.missing(id)));
  }

  private JsonObject status(Batch batch) {
    return BatchJson.status(batch, tasks, clock.instant(), BatchJson.self(batch.id(), uri));
  }
}
