package dev.tiankong.page;

import dev.tiankong.page.PageFiles.PageFile;
import dev.tiankong.request.AcceptedEncoding;
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

/** The console. Its files are for everybody: they hold a sign-in, and nothing of anybody's. */
@Path("/")
@RequestScoped
@PermitAll
public class ConsolePage {

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
    boolean packed = AcceptedEncoding.isGzip(request, headers);
    // Set, not added: answers are not to be stored at all unless somebody says otherwise.
    response.setHeader("Cache-Control", "no-cache");
    EntityTag tag = new EntityTag(packed ? file.tag() + "-" + AcceptedEncoding.GZIP : file.tag());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    return Response.ok(packed ? file.packed() : file.content(), file.type())
        .encoding(packed ? AcceptedEncoding.GZIP : null)
        .tag(tag)
        .build();
  }
}
