package dev.tiankong.problem;

import dev.tiankong.outage.Outage;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The error page of everything that ends before JAX-RS is reached, such as a failed sign-in. */
@WebServlet(ContainerErrors.PATH)
public class ContainerErrors extends HttpServlet {

  static final String PATH = "/problem";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problem(request).send(request, response);
  }

  private static Problem problem(HttpServletRequest request) {
    Throwable error = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return Outage.isBehind(error)
        ? Problem.away()
        : problem((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
  }

  private static Problem problem(Integer status) {
    if (status == null) {
      return Problem.notFound(PATH);
    }
    return switch (status) {
      case 401 ->
          new Problem(
              new Refusal(
                  ProblemCode.SIGN_IN_REQUIRED,
                  "Sign in with user and password (HTTP Basic), or with an API token (Authorization: Bearer tk_…). If credentials were sent, they are wrong, expired or revoked."));
      case 403 -> Problem.forbidden();
      case 429 ->
          new Problem(
              new Refusal(
                  ProblemCode.SIGN_IN_CLOSED,
                  "Too many failed sign-ins with this name: wait for the number of seconds in Retry-After. API tokens still work."));
      case 503 -> Problem.away();
      default -> Problem.refused(status);
    };
  }
}
