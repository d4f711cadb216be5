package dev.tiankong.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Errors that JAX-RS finds itself: no such path, method or media type. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Inject Routes routes;
  @Context UriInfo uri;
  @Context Request request;
  @Context HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response found = exception.getResponse();
    if (found.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
      return found;
    }
    Response.ResponseBuilder response =
        Response.fromResponse(problem(found.getStatus()).toResponse());
    String allowed = found.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null ? response.build() : response.header(HttpHeaders.ALLOW, allowed).build();
  }

  private Problem problem(int status) {
    String path = uri.getRequestUri().getPath();
    return switch (status) {
      case 403 -> Problem.forbidden();
      case 404 -> Problem.notFound("not-found", "There is nothing at " + path + ".");
      case 405 ->
          new Problem(
              status,
              "method-not-allowed",
              "%s is not possible on %s; the Allow header says what is."
                  .formatted(request.getMethod(), path));
      case 406 ->
          new Problem(
              status,
              "not-acceptable",
              "%s answers in %s: accept that."
                  .formatted(path, anyOf(routes.given(request.getMethod(), path))));
      case 415 ->
          new Problem(
              status,
              "unsupported-media-type",
              "%s takes %s, not %s."
                  .formatted(
                      path,
                      anyOf(routes.taken(request.getMethod(), path)),
                      headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
      default -> new Problem(status, "http-" + status, "The request to " + path + " was refused.");
    };
  }

  private static String anyOf(List<String> types) {
    return types.isEmpty() ? "other types" : String.join(" or ", types);
  }
}
