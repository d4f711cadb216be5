package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.intake.CsvGuard;
import dev.tiankong.batch.query.AnswerPages;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.request.Packed;
import dev.tiankong.request.ReadsQuery;
import dev.tiankong.request.Transfers;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/**
 * The answers of a batch in input order, also while it runs: as JSON in pages, as NDJSON or CSV all
 * that there are. Who does not say what he accepts gets pages. A link, which accepts anything,
 * names its format instead, and gets all of them as a file.
 */
@Path("api/v1/batches/{id}/results")
@RequestScoped
@RolesAllowed("viewer")
@Packed
@ReadsQuery(ResultQuery.class)
public class ResultResource {

  @Inject BatchLookup lookup;
  @Inject Batches batches;
  @Inject AnswerPages pages;
  @Inject Transfers transfers;
  @Inject Tasks tasks;
  @Context UriInfo uri;

  @PathParam("id")
  String id;

  @QueryParam("format")
  String format;

  @QueryParam("csvGuard")
  String csvGuard;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response page(@QueryParam("limit") @DefaultValue("100") String limit) {
    return file().orElseGet(() -> Response.ok(page(lookup.find(id), limit)).build());
  }

  private String page(Batch batch, String limit) {
    return query().page(batch, format(batch), batches, limit);
  }

  @GET
  @Produces("application/x-ndjson;qs=0.5")
  public Response ndjson() {
    return file().orElseGet(() -> stream(ResultFormat.NDJSON));
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  public Response csv() {
    return file().orElseGet(() -> stream(ResultFormat.CSV));
  }

  private Response stream(ResultFormat accepted) {
    return Response.ok(all(lookup.find(id), accepted), accepted.type()).build();
  }

  /** Empty if the address names no format. */
  private Optional<Response> file() {
    return ResultFormat.named(format)
        .map(
            named -> {
              Batch batch = lookup.find(id);
              StreamingOutput answers = all(batch, named);
              StreamingOutput content =
                  out -> {
                    out.write(named.mark());
                    answers.write(out);
                  };
              return Response.ok(content, named.type())
                  .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(batch, named))
                  .build();
            });
  }

  private StreamingOutput all(Batch batch, ResultFormat named) {
    transfers.download();
    ResultQuery query = query();
    Answers answers = query.all(batch, pages);
    return switch (named) {
      case JSON -> out -> AnswersJson.write(answers, query.items(format(batch)), out);
      case NDJSON -> out -> AnswersNdjson.write(answers, query.items(format(batch)), out);
      case CSV -> {
        AnswersCsv table =
            new AnswersCsv(format(batch), batches.inputNames(batch.id()), CsvGuard.of(csvGuard));
        yield out -> table.write(answers, out);
      }
    };
  }

  private AnswerFormat format(Batch batch) {
    return tasks.format(batch.task());
  }

  private ResultQuery query() {
    return ResultQuery.read(uri.getQueryParameters());
  }
}
