package dev.tiankong.page;

import dev.tiankong.page.PageFiles.PageFile;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** The console. Its files are for everybody: they hold a sign-in, and nothing of anybody's. */
@Path("/")
@RequestScoped
@PermitAll
public class ConsolePage {

  private static final String GZIP = "gzip";
  private static final List<Variant> WAYS = Variant.encodings(GZIP, "identity").build();

  @Inject PageFiles files;
  @Context Request request;
  @Context HttpHeaders headers;
  @Context HttpServletResponse response;

  @GET
  public Response index() {
    return file("index.html");
  }

  @GET
  @Path("page/{path: .+}")
  public Response file(@PathParam("path") String path) {
    PageFile file = files.find(path).orElseThrow(NotFoundException::new);
    boolean packed = mayBePacked();
    // Set, not added: answers are not to be stored at all unless somebody says otherwise.
    response.setHeader("Cache-Control", "no-cache");
    EntityTag tag = new EntityTag(packed ? file.tag() + "-" + GZIP : file.tag());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    return Response.ok(packed ? file.packed() : file.content(), file.type())
        .encoding(packed ? GZIP : null)
        .tag(tag)
        .build();
  }

  /** Also says in the answer what that depends on. */
  private boolean mayBePacked() {
    Variant way = request.selectVariant(WAYS);
    // Who names no encoding takes any, says HTTP; but many such clients know none.
    return headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null
        && way != null
        && way.getEncoding().equals(GZIP);
  }
}
