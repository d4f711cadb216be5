package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailedRequestTest {

  private static final URI URL = URI.create("https://example.org:8443/hook?key=secret");

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new UnknownHostException("x"), "Unknown host: example.org"),
        arguments(
            new ForbiddenAddressException("example.org", true),
            "example.org is not on the public internet, and no operator has allowed it"),
        arguments(new ConnectTimeoutException("x"), "Connection to example.org:8443 timed out"),
        arguments(new SocketTimeoutException("x"), "No response in time"),
        arguments(new ConnectException("x"), "Connection refused by example.org:8443"),
        arguments(new SSLHandshakeException("expired"), "TLS failed: expired"),
        arguments(new NoHttpResponseException("x"), "The connection was closed without a response"),
        arguments(new SocketException("reset"), "The connection failed: reset"),
        arguments(new IOException(), "The connection failed: java.io.IOException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void should_say_why_and_keep_path_and_query_to_itself(IOException failure, String reason) {
    assertThat(FailedRequest.reason(failure, URL)).isEqualTo(reason);
  }

  @Test
  void should_keep_a_receivers_words_on_one_line() {
    assertThat(DeliveryOutcome.failed("TLS failed: a\nb\u0000\u001bc").error())
        .isEqualTo("TLS failed: a b  c");
  }
}
