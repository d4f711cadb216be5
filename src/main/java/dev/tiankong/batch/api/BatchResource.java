package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Batches;
import dev.tiankong.batch.ControlBatch;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.SubmitBatch;
import dev.tiankong.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Submits batches, answers how they stand, and lets people control them. */
@Path("api/v1/batches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

  private static final int MAX_LIMIT = 1_000;

  @Inject SubmissionReader reader;
  @Inject SubmitBatch submitBatch;
  @Inject ControlBatch control;
  @Inject BatchLookup lookup;
  @Inject Batches batches;
  @Context UriInfo uri;
  @Context SecurityContext security;
  @Context HttpHeaders headers;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submit(InputStream body) {
    Batch batch = submitBatch.submit(reader.read(body, security, headers));
    return Response.accepted(BatchJson.status(batch, uri))
        .location(BatchJson.self(batch.id(), uri))
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject status(@PathParam("id") String id) {
    return BatchJson.status(lookup.find(id), uri);
  }

  @GET
  @Path("{id}/results")
  public JsonObject results(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("-1") String after,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    Batch batch = lookup.find(id);
    int size = number("limit", limit, 1, MAX_LIMIT);
    int start = number("after", after, -1, Integer.MAX_VALUE);
    // One more than asked for tells whether a page follows.
    List<ItemAnswer> answers = batches.answers(batch.id(), start, size + 1);
    boolean last = answers.size() <= size;
    return BatchJson.page(last ? answers : answers.subList(0, size), last);
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
  public void delete(@PathParam("id") String id) {
    control.delete(lookup.find(id).id());
  }

  private JsonObject changed(String id, Function<UUID, Optional<Batch>> change) {
    Batch batch = change.apply(lookup.find(id).id()).orElseThrow(() -> BatchLookup.missing(id));
    return BatchJson.status(batch, uri);
  }

  private static int number(String name, String value, int min, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    throw Problem.badRequest(
            "invalid-parameter",
            "%s must be a whole number from %d to %d.".formatted(name, min, max))
        .toException();
  }
}
