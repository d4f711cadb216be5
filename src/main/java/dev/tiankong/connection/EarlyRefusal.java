package dev.tiankong.connection;

import dev.tiankong.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers with a problem before there is a servlet, and closes the connection. Written once, since
 * the I/O thread knows no JSON provider.
 */
final class EarlyRefusal {

  private final Problem problem;
  private final Map<String, String> documents = new HashMap<>();

  EarlyRefusal(Problem problem) {
    this.problem = problem;
    problem.documents().forEach((shape, document) -> documents.put(shape, document.toString()));
  }

  void send(HttpServerExchange exchange) {
    exchange.setStatusCode(problem.status());
    exchange.setPersistent(false);
    exchange
        .getResponseHeaders()
        .put(Headers.CONTENT_TYPE, problem.mediaType(exchange.getRequestPath()));
    problem
        .retryAfter()
        .ifPresent(seconds -> exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds));
    String shape = Problem.shape(exchange.getRequestPath());
    exchange.getResponseSender().send(documents.get(shape));
  }
}
