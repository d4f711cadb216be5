package dev.tiankong.problem;

import dev.tiankong.outage.Outage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The error page of everything that ends before JAX-RS is reached, such as a failed sign-in. */
@WebServlet(ContainerErrors.PATH)
public class ContainerErrors extends HttpServlet {

  static final String PATH = "/problem";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = problem(request);
    response.setStatus(problem.status());
    if (problem.retryAfter() != null) {
      response.setHeader("Retry-After", Long.toString(problem.retryAfter().toSeconds()));
    }
    response.setContentType(Problem.JSON);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(problem.toJson().toString());
  }

  private static Problem problem(HttpServletRequest request) {
    Throwable error = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return Outage.isBehind(error)
        ? Problem.away()
        : problem((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
  }

  private static Problem problem(Integer status) {
    if (status == null) {
      return Problem.notFound("not-found", "There is nothing at " + PATH + ".");
    }
    return switch (status) {
      case 401 ->
          new Problem(
              status, "sign-in-required", "Sign in with a user and a password (HTTP Basic).");
      case 503 -> Problem.away();
      case 403 -> new Problem(status, "forbidden", "Your role does not allow this.");
      default -> new Problem(status, "http-" + status, "The server refused the request.");
    };
  }
}
