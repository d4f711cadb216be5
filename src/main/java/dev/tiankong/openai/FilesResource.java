package dev.tiankong.openai;

import dev.tiankong.batch.Spool;
import dev.tiankong.batch.intake.SubmitSlots;
import dev.tiankong.request.Between;
import dev.tiankong.request.FormBody;
import dev.tiankong.request.Packed;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryValue;
import dev.tiankong.request.Transfers;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes files in, and gives them out, those with the answers of a batch, too. */
@Path("v1/files")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {

  private static final int MOST = 10_000;

  @Inject SubmitSlots slots;
  @Inject StoreFile storeFile;
  @Inject StoredFiles files;
  @Inject FileContent content;
  @Inject Caller caller;
  @Inject Transfers transfers;
  @Context HttpHeaders headers;

  @POST
  @RolesAllowed("submitter")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject upload(InputStream body) throws IOException {
    try (SubmitSlots.Slot slot = slots.take(caller.name());
        Spool spool = new Spool()) {
      FormBody<Upload> form =
          FormBody.read(
              body,
              headers.getMediaType(),
              file -> new Upload(file.name(), putAside(file.content(), spool)));
      UploadFields.requireKnown(form.fields());
      UploadFields.requirePurpose(form.fields());
      return FileJson.of(
          storeFile.store(
              caller.name(),
              form.file().name(),
              form.file().bytes(),
              spool.read(),
              UploadFields.expiry(form.fields())));
    }
  }

  private record Upload(String name, long bytes) {}

  /** So that no connection to the database waits for a slow client. */
  private static long putAside(InputStream content, Spool spool) {
    try {
      return content.transferTo(spool.out());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not buffer the file", e);
    }
  }

  @GET
  public JsonObject list(
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("" + MOST) @Between(least = 1, most = MOST) int limit,
      @QueryParam("order") @DefaultValue("desc") String order,
      @QueryParam("purpose") String purpose) {
    boolean newestFirst =
        QueryValue.read("order", order, SortOrder::valueOf, "asc or desc").orElseThrow()
            == SortOrder.desc;
    List<FileKind> kinds =
        Arrays.stream(FileKind.values())
            .filter(kind -> purpose == null || kind.purpose().equals(purpose))
            .toList();
    Optional<StoredFile> place = Optional.ofNullable(after).map(files::find);
    return Listing.of(
        Page.read(limit, most -> files.list(kinds, place, newestFirst, most)), FileJson::of);
  }

  /** As clients write it. */
  private enum SortOrder {
    asc,
    desc
  }

  @GET
  @Path("{id}")
  public JsonObject retrieve(@PathParam("id") String id) {
    return FileJson.of(files.find(id));
  }

  /** As whatever the client accepts: OpenAI's own asks for {@code application/binary}. */
  @GET
  @Path("{id}/content")
  @Packed
  @Produces(MediaType.WILDCARD)
  public Response content(@PathParam("id") String id) {
    StoredFile file = files.find(id);
    transfers.download();
    StreamingOutput output = out -> content.write(file, out);
    return Response.ok(output, MediaType.APPLICATION_OCTET_STREAM_TYPE).build();
  }

  @DELETE
  @RolesAllowed("submitter")
  @Path("{id}")
  public JsonObject delete(@PathParam("id") String id) {
    StoredFile file = files.find(id);
    files.delete(file.id());
    return FileJson.deleted(file);
  }
}
