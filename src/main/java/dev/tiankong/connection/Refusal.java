package dev.tiankong.connection;

import dev.tiankong.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;

/**
 * Answers with a problem before there is a servlet, and closes the connection. Written once, since
 * the I/O thread knows no JSON provider.
 */
final class Refusal {

  /** Where routes begin that have a shape of their own for what is wrong, and all others. */
  private static final List<String> ROUTES = List.of("/v1/", "/models/", "/");

  private final Problem problem;
  private final List<String> documents;

  Refusal(Problem problem) {
    this.problem = problem;
    this.documents = ROUTES.stream().map(route -> problem.document(route).toString()).toList();
  }

  void send(HttpServerExchange exchange) {
    exchange.setStatusCode(problem.status());
    exchange.setPersistent(false);
    exchange
        .getResponseHeaders()
        .put(Headers.CONTENT_TYPE, problem.mediaType(exchange.getRequestPath()));
    if (problem.retryAfter() != null) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, problem.retryAfter().toSeconds());
    }
    exchange.getResponseSender().send(documents.get(shape(exchange.getRequestPath())));
  }

  private static int shape(String path) {
    int shape = 0;
    while (shape < ROUTES.size() - 1 && !path.startsWith(ROUTES.get(shape))) {
      shape++;
    }
    return shape;
  }
}
