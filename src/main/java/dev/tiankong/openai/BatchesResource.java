package dev.tiankong.openai;

import dev.tiankong.batch.Batch;
import dev.tiankong.request.Between;
import dev.tiankong.request.Page;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes batches from uploaded files, answers how they stand, and lets people cancel them. */
@Path("v1/batches")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class BatchesResource {

  private static final int MOST = 100;

  @Inject OpenAiBatches batches;
  @Inject StoredFiles files;
  @Inject ChangeBatch change;
  @Inject StopBatch stop;
  @Inject Caller caller;
  @Inject Tasks tasks;

  /** Answers at once; what is wrong with the file is said by the batch. */
  @POST
  @RolesAllowed("submitter")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject create(InputStream body) {
    OrderJson order = OrderJson.read(body, tasks.names());
    StoredFile input = files.find(order.inputFileId());
    if (input.kind() != FileKind.INPUT) {
      throw OpenAiCode.INVALID_PURPOSE.about(
          "input_file_id", "The file contains results, not requests.");
    }
    return json(
        change.create(
            caller.name(),
            new Order(input.id(), order.task(), order.metadata(), order.keepSeconds())));
  }

  @GET
  public JsonObject list(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("20") @Between(least = 1, most = MOST) int limit) {
    Optional<OpenAiBatch> place = Optional.ofNullable(after).map(this::find);
    Page<OpenAiBatch> page =
        Page.read(limit, most -> batches.list(caller.limitedTo(), place, most));
    Map<UUID, List<Batch>> parts = batches.parts(page.entries());
    return Listing.of(
        page, batch -> BatchJson.of(batch, parts.getOrDefault(batch.id(), List.of())));
  }

  @GET
  @Path("{id}")
  public JsonObject retrieve(@PathParam("id") String id) {
    return json(find(id));
  }

  @POST
  @RolesAllowed("submitter")
  @Path("{id}/cancel")
  public JsonObject cancel(@PathParam("id") String id) {
    stop.cancel(find(id).id());
    return json(find(id));
  }

  private JsonObject json(OpenAiBatch batch) {
    return BatchJson.of(batch, batches.parts(batch));
  }

  private OpenAiBatch find(String id) {
    return PublicId.BATCH
        .read(id)
        .flatMap(batches::find)
        .filter(batch -> caller.maySee(batch.owner()))
        .orElseThrow(
            () ->
                OpenAiCode.notFound(
                    "There is no batch {found}: it never was, or its time is over.", id));
  }
}
