package dev.tiankong.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a client is told instead of an answer.
 *
 * @param status the HTTP status
 * @param code stable, for programs: {@code urn:tiankong:problem:<code>} is the document's type
 * @param detail for people: what is wrong, where, and what to do about it
 * @param retryAfter when the same request may be answered; null if that is not known
 */
public record Problem(int status, String code, String detail, Duration retryAfter) {

  public static final String JSON = "application/problem+json";

  private static final String HUGGING_FACE = "/models/";

  /** Where routes begin whose documents differ; the last is for all others. */
  private static final List<String> SHAPES = List.of(OpenAiError.ROUTES, HUGGING_FACE, "/");

  private static final Duration OUTAGE = Duration.ofSeconds(5);
  private static final int UNPROCESSABLE_CONTENT = 422;

  public Problem(int status, String code, String detail) {
    this(status, code, detail, null);
  }

  /** A body that is not what the route takes. */
  public static Problem badRequest(String code, String detail) {
    return new Problem(Status.BAD_REQUEST.getStatusCode(), code, detail);
  }

  public static Problem forbidden() {
    return new Problem(
        Status.FORBIDDEN.getStatusCode(),
        "forbidden",
        "Your role, or that of your token, does not allow this.");
  }

  public static Problem notFound(String code, String detail) {
    return new Problem(Status.NOT_FOUND.getStatusCode(), code, detail);
  }

  /** A well-formed body that asks for something impossible. */
  public static Problem unprocessable(String code, String detail) {
    return new Problem(UNPROCESSABLE_CONTENT, code, detail);
  }

  /** While the database or the broker cannot be used. */
  public static Problem away() {
    return new Problem(
            503,
            "unavailable",
            "The server's database or message broker is away at present: ask again in a few"
                + " seconds.")
        .retryAfter(OUTAGE);
  }

  /** When others kept what the request needs locked for too long. */
  public static Problem contended() {
    return new Problem(
            503,
            "unavailable",
            "Other requests are changing the same at present: ask again in a few seconds.")
        .retryAfter(OUTAGE);
  }

  /** A body that comes in slower than a server with other clients can wait for. */
  public static Problem slowBody() {
    return new Problem(
        Status.REQUEST_TIMEOUT.getStatusCode(),
        "body-too-slow",
        "The body came in slower than the server's minimum rate: send it again over a faster connection.");
  }

  public Problem retryAfter(Duration pause) {
    return new Problem(status, code, detail, pause);
  }

  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("type", "urn:tiankong:problem:" + code)
        .add("title", title())
        .add("status", status)
        .add("detail", detail)
        .build();
  }

  private String title() {
    if (status == UNPROCESSABLE_CONTENT) {
      return "Unprocessable Content";
    }
    Status known = Status.fromStatusCode(status);
    return known == null ? "HTTP " + status : known.getReasonPhrase();
  }

  public ProblemException toException() {
    return new ProblemException(this);
  }

  /** Answers where JAX-RS is not reached. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = OpenAiError.path(request);
    response.setStatus(status);
    response.setContentType(mediaType(path));
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (retryAfter != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds());
    }
    response.getWriter().write(document(path).toString());
  }

  /** Its documents, by where the paths begin on which they are expected, see {@link #shape}. */
  public Map<String, JsonObject> documents() {
    return SHAPES.stream().collect(Collectors.toMap(Function.identity(), this::document));
  }

  /** The key of {@link #documents} for a path. */
  public static String shape(String path) {
    return SHAPES.stream().filter(path::startsWith).findFirst().orElse("/");
  }

  /** In the shape that is expected on a path. */
  public JsonObject document(String path) {
    if (OpenAiError.isExpected(path)) {
      return OpenAiError.of(this);
    }
    // Hugging Face's client shows its users this member alone.
    return path.startsWith(HUGGING_FACE)
        ? Json.createObjectBuilder(toJson()).add("error", detail).build()
        : toJson();
  }

  /** Of the document. */
  public String mediaType(String path) {
    return OpenAiError.isExpected(path) ? MediaType.APPLICATION_JSON : JSON;
  }

  /** OpenAiErrorFilter gives it the shape that its route has. */
  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).type(JSON).entity(this);
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, seconds());
    }
    return response.build();
  }

  private String seconds() {
    return Long.toString(Math.max(1, retryAfter.toSeconds()));
  }
}
