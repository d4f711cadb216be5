package dev.tiankong.problem;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
import java.util.Objects;

/** Errors that JAX-RS finds itself: no such path, method or media type. */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Inject Routes routes;
  @Context UriInfo uri;
  @Context Request request;
  @Context HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException exception) {
    if (exception.getCause() instanceof Refusal refusal) {
      // Of a converter that makes a value of a parameter.
      return new Problem(refusal).toResponse();
    }
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
      case 404 -> Problem.notFound(path);
      case 405 ->
          new Problem(
              new Refusal(
                  ProblemCode.METHOD_NOT_ALLOWED,
                  Sentence.of(
                          "{path} does not support {method}; the header Allow lists the supported methods.")
                      .with("path", path)
                      .with("method", request.getMethod())));
      case 406 ->
          new Problem(
              new Refusal(
                  ProblemCode.NOT_ACCEPTABLE,
                  named(
                          routes.given(request.getMethod(), path),
                          "{path} supports {types}: accept one of these types.",
                          "{path} supports none of the types in Accept.")
                      .with("path", path)));
      case 415 ->
          new Problem(
              new Refusal(
                  ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                  named(
                          routes.taken(request.getMethod(), path),
                          "{path} accepts bodies of the types {types}, not {found}.",
                          "{path} does not accept bodies of the type {found}.")
                      .with("path", path)
                      .with(
                          "found",
                          Objects.toString(
                              headers.getHeaderString(HttpHeaders.CONTENT_TYPE), "missing"))));
      default -> Problem.refused(status);
    };
  }

  private static Sentence named(List<String> types, String known, String unknown) {
    return types.isEmpty() ? Sentence.of(unknown) : Sentence.of(known).with("types", types);
  }
}
