package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.intake.CsvGuard;
import dev.tiankong.batch.query.AnswerPages;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.request.Between;
import dev.tiankong.request.Packed;
import dev.tiankong.request.Page;
import dev.tiankong.request.Transfers;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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
public class ResultResource {

  @Inject BatchLookup lookup;
  @Inject Batches batches;
  @Inject AnswerPages pages;
  @Inject Transfers transfers;
  @Inject Tasks tasks;

  @PathParam("id")
  String id;

  @QueryParam("format")
  String format;

  @QueryParam("csvGuard")
  String csvGuard;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response page(
      @BeanParam ResultQuery query,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Page.MOST) int limit) {
    return file(query).orElseGet(() -> Response.ok(page(query, lookup.find(id), limit)).build());
  }

  private String page(ResultQuery query, Batch batch, int limit) {
    return query.page(batch, format(batch), batches, limit);
  }

  @GET
  @Produces("application/x-ndjson;qs=0.5")
  public Response ndjson(@BeanParam ResultQuery query) {
    return file(query).orElseGet(() -> stream(query, ResultFormat.NDJSON));
  }

  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  public Response csv(@BeanParam ResultQuery query) {
    return file(query).orElseGet(() -> stream(query, ResultFormat.CSV));
  }

  private Response stream(ResultQuery query, ResultFormat accepted) {
    return Response.ok(all(query, lookup.find(id), accepted), accepted.type()).build();
  }

  /** Empty if the address names no format. */
  private Optional<Response> file(ResultQuery query) {
    return ResultFormat.named(format)
        .map(
            named -> {
              Batch batch = lookup.find(id);
              StreamingOutput answers = all(query, batch, named);
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

  private StreamingOutput all(ResultQuery query, Batch batch, ResultFormat named) {
    transfers.download();
    ItemJson items = query.items(format(batch));
    Answers answers = query.all(batch, pages);
    return switch (named) {
      case JSON -> out -> AnswersJson.write(answers, items, out);
      case NDJSON -> out -> AnswersNdjson.write(answers, items, out);
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
}
