package dev.tiankong.connection;

import dev.tiankong.problem.Problem;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * Answers with a problem before there is a servlet, and closes the connection. Written once, since
 * the I/O thread knows no JSON provider.
 */
final class Refusal {

  private static final String OPENAI = "/v1/";

  private final Problem problem;
  private final String document;
  private final String openAiDocument;

  Refusal(Problem problem) {
    this.problem = problem;
    this.document = problem.document("/").toString();
    this.openAiDocument = problem.document(OPENAI).toString();
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
    exchange
        .getResponseSender()
        .send(exchange.getRequestPath().startsWith(OPENAI) ? openAiDocument : document);
  }
}
