package dev.tiankong.connection;

import static java.util.stream.Collectors.groupingBy;

import dev.tiankong.security.Credential;
import dev.tiankong.security.Credentials;
import io.undertow.server.HttpServerExchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;

/**
 * The requests in progress and what they were let in with. One that lasts (an event stream, a
 * download, an upload) ends when its credential no longer counts, whatever it does.
 */
@ApplicationScoped
class OpenRequests {

  @Inject Credentials credentials;

  private final Set<OpenRequest> open = ConcurrentHashMap.newKeySet();

  private record OpenRequest(Credential credential, HttpServerExchange exchange) {}

  void add(Credential credential, HttpServerExchange exchange) {
    OpenRequest request = new OpenRequest(credential, exchange);
    open.add(request);
    exchange.addExchangeCompleteListener(
        (completed, following) -> {
          open.remove(request);
          following.proceed();
        });
  }

  /** Asks once for each credential, however many requests it has open. */
  void endRevoked() {
    open.removeIf(request -> !request.exchange().getConnection().isOpen());
    open.stream()
        .collect(groupingBy(OpenRequest::credential))
        .forEach(
            (credential, requests) -> {
              if (!credentials.areGood(credential)) {
                requests.forEach(request -> IoUtils.safeClose(request.exchange().getConnection()));
              }
            });
  }
}
