package dev.tiankong.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.wording.ProblemCode;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class GateRefusalTest {

  @Test
  void should_say_that_an_address_has_too_many_requests_in_progress() throws Exception {
    Gate gate =
        new Gate(HttpServerExchange::endExchange, Runnable::run, new ConnectionLimits(2, 0, 1024));
    Undertow server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(gate).build();
    server.start();
    try {
      int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body())
          .contains(":" + ProblemCode.TOO_MANY_CONNECTIONS.id() + "\"", "\"most\":0");
    } finally {
      server.stop();
    }
  }
}
