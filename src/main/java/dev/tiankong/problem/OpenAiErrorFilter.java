package dev.tiankong.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Gives problems the shape that the clients of their route expect, whoever found them. */
@Provider
public class OpenAiErrorFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem) {
      String path = request.getUriInfo().getPath();
      response.setEntity(
          problem.document(path),
          response.getEntityAnnotations(),
          MediaType.valueOf(problem.mediaType(path)));
    }
  }
}
