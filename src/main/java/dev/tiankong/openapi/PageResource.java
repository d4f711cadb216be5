package dev.tiankong.openapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/** A page on which people read the document and try the routes: Swagger UI. */
@Path("api/v1/docs")
@RequestScoped
@RolesAllowed("viewer")
public class PageResource {

  private static final String PAGE = "index.html";

  /** All files that there are, so that no other path leads to one. */
  private static final Map<String, String> TYPES =
      Map.of(
          PAGE,
          "text/html;charset=UTF-8",
          "page.js",
          "text/javascript;charset=UTF-8",
          "swagger-ui-bundle.js",
          "text/javascript;charset=UTF-8",
          "swagger-ui.css",
          "text/css;charset=UTF-8",
          "favicon-32x32.png",
          "image/png");

  @GET
  public Response toPage(@Context UriInfo uri) {
    // Its files are addressed beside it: that needs a name behind the last slash.
    return Response.seeOther(uri.getBaseUriBuilder().path(PageResource.class).path(PAGE).build())
        .build();
  }

  @GET
  @Path("{file}")
  public Response file(@PathParam("file") String file) {
    if (!TYPES.containsKey(file)) {
      throw new NotFoundException();
    }
    return Response.ok(PageResource.class.getResourceAsStream("page/" + file), TYPES.get(file))
        .build();
  }
}
