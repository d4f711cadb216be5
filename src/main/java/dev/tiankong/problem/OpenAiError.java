package dev.tiankong.problem;

import dev.tiankong.wording.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What clients of OpenAI's API are told instead of an answer, on the routes made for them. */
public final class OpenAiError {

  static final String ROUTES = "/v1/";

  // Found once: the files of batches have one of these for each text that failed.
  private static final JsonProvider JSON = JsonProvider.provider();

  private OpenAiError() {}

  /** That the client asked for. */
  static String path(HttpServletRequest request) {
    // Where a request ends before its route, this is the error page, and the path is beside it.
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed.toString();
  }

  static boolean isExpected(String path) {
    return path.startsWith(ROUTES);
  }

  static JsonObject of(Problem problem) {
    Refusal refusal = problem.refusal();
    return of(
        problem.status(), refusal.getMessage(), refusal.sentence().subject(), refusal.code().id());
  }

  /**
   * @param param what of the request is wrong, or null
   */
  public static JsonObject of(int status, String message, String param, String code) {
    return JSON.createObjectBuilder()
        .add(
            "error",
            JSON.createObjectBuilder()
                .add("message", message)
                .add("type", type(status))
                .add("param", param == null ? JsonValue.NULL : JSON.createValue(param))
                .add("code", code))
        .build();
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }
}
