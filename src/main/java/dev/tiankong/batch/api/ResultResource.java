package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Batches;
import dev.tiankong.batch.ItemState;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryNumber;
import dev.tiankong.request.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;

/**
 * The answers of a batch in input order, also while it runs: as JSON in pages, as NDJSON or CSV all
 * that there are. Who does not say what he accepts gets pages.
 */
@Path("api/v1/batches/{id}/results")
@RequestScoped
@RolesAllowed("viewer")
public class ResultResource {

  @Inject BatchLookup lookup;
  @Inject Batches batches;

  @PathParam("id")
  String id;

  @QueryParam("after")
  @DefaultValue("-1")
  String after;

  @QueryParam("state")
  String state;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject page(@QueryParam("limit") @DefaultValue("100") String limit) {
    Batch batch = lookup.find(id);
    return Page.read(limit, most -> batches.answers(batch.id(), start(), state(), most))
        .toJson(
            "items",
            answer -> BatchJson.item(answer).build(),
            answer -> JSON.createValue(answer.index()));
  }

  @GET
  @Produces("application/x-ndjson;qs=0.5")
  public StreamingOutput ndjson() {
    AnswerPages pages = pages(lookup.find(id));
    return out -> AnswersNdjson.write(pages, out);
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  public StreamingOutput csv() {
    Batch batch = lookup.find(id);
    AnswerPages pages = pages(batch);
    List<String> names = batches.inputNames(batch.id());
    return out -> AnswersCsv.write(pages, names, out);
  }

  private AnswerPages pages(Batch batch) {
    Optional<ItemState> wanted = state();
    return new AnswerPages(
        start(), (from, most) -> batches.answers(batch.id(), from, wanted, most));
  }

  private int start() {
    return QueryNumber.read("after", after, -1, Integer.MAX_VALUE);
  }

  private Optional<ItemState> state() {
    return QueryValue.oneOf(ItemState.values(), "state", state);
  }
}
