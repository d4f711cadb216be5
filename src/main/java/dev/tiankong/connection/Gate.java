package dev.tiankong.connection;

import dev.tiankong.problem.Problem;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Every request passes here first, on an I/O thread, which waits for nobody. A small body is
 * received as a whole before the request gets a worker thread; what a larger body and an answer may
 * cost is limited.
 */
final class Gate implements HttpHandler {

  private static final String HEALTH = "/api/v1/health/";
  private static final Duration BODY_PATIENCE = Duration.ofSeconds(10);

  /** Longer, because the kernel asks for more only when a third of its buffer was taken. */
  private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);

  private final HttpHandler next;
  private final HttpHandler receiving;
  private final Executor healthThreads;
  private final WaitingThreads waitingThreads;
  private final AddressLimit addresses;
  private final int bytesPerSecond;
  private final EarlyRefusal tooManyRequests;

  Gate(HttpHandler next, Executor healthThreads, ConnectionLimits limits) {
    this.next = next;
    this.healthThreads = healthThreads;
    this.waitingThreads = new WaitingThreads(limits.waitingThreads());
    this.addresses = new AddressLimit(limits.requestsPerAddress());
    this.bytesPerSecond = limits.bytesPerSecond();
    this.tooManyRequests =
        new EarlyRefusal(
            new Problem(
                new Refusal(
                        ProblemCode.TOO_MANY_CONNECTIONS,
                        Sentence.of(
                                "Your address has {most} requests in progress, which is the limit: wait until some have ended.")
                            .with("most", limits.requestsPerAddress()))
                    .retryAfter(Duration.ofSeconds(1))));
    this.receiving = new ReceiveBody(next, new EarlyRefusal(Problem.slowBody())::send);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    guard(exchange);
    if (exchange.getRequestPath().startsWith(HEALTH)) {
      // Neither other requests nor other clients of this address hold up a supervisor.
      exchange.setDispatchExecutor(healthThreads);
      next.handleRequest(exchange);
      return;
    }
    InetAddress address = address(exchange);
    if (!addresses.enter(address)) {
      tooManyRequests.send(exchange);
      return;
    }
    exchange.addExchangeCompleteListener(
        (completed, following) -> {
          addresses.leave(address);
          following.proceed();
        });
    if (isStranger(exchange.getRequestHeaders())) {
      // Refused or a public page: no body is worth waiting for.
      next.handleRequest(exchange);
    } else {
      receiving.handleRequest(exchange);
    }
  }

  /** What a trusted proxy says it is, unless that is no address but a name. */
  private static InetAddress address(HttpServerExchange exchange) {
    InetAddress address = exchange.getSourceAddress().getAddress();
    return address != null
        ? address
        : exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
  }

  private void guard(HttpServerExchange exchange) {
    exchange.addResponseWrapper(
        (factory, guarded) ->
            new ResponseBody(
                factory.create(), guarded, waitingThreads, allowance(ANSWER_PATIENCE)));
    if (exchange.isRequestComplete()) {
      return;
    }
    exchange.addRequestWrapper(
        (factory, guarded) ->
            new RequestBody(factory.create(), guarded, waitingThreads, allowance(BODY_PATIENCE)));
    exchange.addResponseCommitListener(
        answered -> {
          // The client learns that it need not send the rest.
          if (!answered.isRequestComplete()) {
            answered.setPersistent(false);
          }
        });
  }

  private Allowance allowance(Duration patience) {
    return new Allowance(patience, bytesPerSecond);
  }

  private static boolean isStranger(HeaderMap headers) {
    return !headers.contains(Headers.AUTHORIZATION) && !headers.contains(Headers.COOKIE);
  }
}
