package dev.tiankong.problem;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A refusal as HTTP answers it.
 *
 * @param status mostly that of the refusal's code
 */
public record Problem(int status, Refusal refusal) {

  private static final String JSON = "application/problem+json";

  private static final String HUGGING_FACE = "/models/";

  /** Where routes begin whose documents differ; the last is for all others. */
  private static final List<String> SHAPES = List.of(OpenAiError.ROUTES, HUGGING_FACE, "/");

  private static final Duration OUTAGE = Duration.ofSeconds(5);
  private static final int UNPROCESSABLE_CONTENT = 422;

  public Problem(Refusal refusal) {
    this(refusal.code().status(), refusal);
  }

  /**
   * @param sentence that names no values
   */
  static Problem of(ProblemCode code, String sentence) {
    return new Problem(new Refusal(code, sentence));
  }

  public static Problem forbidden() {
    return of(ProblemCode.FORBIDDEN, "Your role, or that of your token, does not allow this.");
  }

  public static Problem notFound(String path) {
    return new Problem(
        new Refusal(
            ProblemCode.NOT_FOUND, Sentence.of("There is nothing at {path}.").with("path", path)));
  }

  /** What the server or its container refuses for a reason of its own. */
  static Problem refused(int status) {
    Sentence sentence =
        Sentence.of("The server refused the request with status {status}.").with("status", status);
    return new Problem(status, new Refusal(ProblemCode.REQUEST_REFUSED, sentence));
  }

  /** While the database or the broker cannot be used. */
  public static Problem away() {
    return new Problem(
        new Refusal(
                ProblemCode.UNAVAILABLE,
                "Database or message broker unreachable: try again in a few seconds.")
            .retryAfter(OUTAGE));
  }

  /** When others kept what the request needs locked for too long. */
  public static Problem contended() {
    return new Problem(
        new Refusal(
                ProblemCode.UNAVAILABLE,
                Sentence.of(
                    "contended",
                    "Other requests are changing the same data: try again in a few seconds."))
            .retryAfter(OUTAGE));
  }

  /** A body that comes in slower than a server with other clients can wait for. */
  public static Problem slowBody() {
    return of(
        ProblemCode.BODY_TOO_SLOW,
        "The body arrived below the server's minimum rate: send it again over a faster connection.");
  }

  public JsonObject toJson() {
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add("type", "urn:tiankong:problem:" + refusal.code().id())
            .add("title", title())
            .add("status", status)
            .add("detail", refusal.getMessage());
    JsonObject values = refusal.sentence().values();
    if (!values.isEmpty()) {
      document.add("parameters", values);
    }
    refusal.members().forEach(document::add);
    return document.build();
  }

  private String title() {
    if (status == UNPROCESSABLE_CONTENT) {
      return "Unprocessable Content";
    }
    Status known = Status.fromStatusCode(status);
    return known == null ? "HTTP " + status : known.getReasonPhrase();
  }

  /** Answers where JAX-RS is not reached. */
  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = OpenAiError.path(request);
    response.setStatus(status);
    response.setContentType(mediaType(path));
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
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
        ? Json.createObjectBuilder(toJson()).add("error", refusal.getMessage()).build()
        : toJson();
  }

  /** Of the document. */
  public String mediaType(String path) {
    return OpenAiError.isExpected(path) ? MediaType.APPLICATION_JSON : JSON;
  }

  /** OpenAiErrorFilter gives it the shape that its route has. */
  public Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).type(JSON).entity(this);
    retryAfter().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    return response.build();
  }

  /** What the header of that name says, in seconds. */
  public Optional<String> retryAfter() {
    return Optional.ofNullable(refusal.retryAfter())
        .map(pause -> Long.toString(Math.max(1, pause.toSeconds())));
  }
}
