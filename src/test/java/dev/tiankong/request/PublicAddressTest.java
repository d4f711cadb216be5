package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  private final PublicAddress address = new PublicAddress();

  @BeforeEach
  void configureNothing() {
    address.chosen = Optional.empty();
    address.port = 8080;
  }

  @ParameterizedTest
  @CsvSource({
    // On this machine, whatever the port: a tunnel has its own.
    "http, LOCALHOST, 9000, 127.0.0.1, http://localhost:9000/",
    "http, localhost, 80, 0:0:0:0:0:0:0:1%lo, http://localhost/",
    "http, [::1], 8080, 0:0:0:0:0:0:0:1, http://[::1]:8080/",
    "http, evil.example, 80, 127.0.0.1, http://127.0.0.1:8080/",
    "http, evil.example, 80, 0:0:0:0:0:0:0:1%lo, http://[0:0:0:0:0:0:0:1]:8080/",
    "http, [, 80, 127.0.0.1, http://127.0.0.1:8080/",
    "http, 127.0.0.1.evil.example, 80, 127.0.0.1, http://127.0.0.1:8080/",
    // From another machine.
    "https, server.lan, 443, 192.0.2.7, https://192.0.2.7:8080/",
    "http, localhost, 80, 192.0.2.7, http://192.0.2.7:8080/",
    "http, evil.example, 80, 2001:db8:0:0:0:0:0:7%eth0, http://[2001:db8:0:0:0:0:0:7]:8080/"
  })
  void should_be_where_the_connection_came_in(
      String scheme, String host, int port, String local, URI expected) {
    assertThat(address.base(request(scheme, host, port, local))).isEqualTo(expected);
  }

  @Test
  void should_be_what_a_trusted_proxy_says() {
    address.proxyTrusted = true;

    assertThat(address.base(request("https", "tiankong.example.org", 443, "10.0.0.7")))
        .isEqualTo(URI.create("https://tiankong.example.org/"));
    assertThat(address.base(request("https", "a host{", 443, "10.0.0.7")))
        .isEqualTo(URI.create("https://10.0.0.7:8080/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/fill", "https://example.org/fill/"})
  void should_be_what_is_configured_before_all(String url) {
    address.chosen = Optional.of(url);
    address.proxyTrusted = true;

    assertThat(address.base(request("http", "localhost", 8080, "127.0.0.1")))
        .isEqualTo(URI.create("https://example.org/fill/"));
    assertThat(address.resolve("api/v1/batches"))
        .isEqualTo(URI.create("https://example.org/fill/api/v1/batches"));
  }

  private static HttpServletRequest request(String scheme, String host, int port, String local) {
    Map<String, Object> answers =
        Map.of(
            "getScheme", scheme,
            "getServerName", host,
            "getServerPort", port,
            "getLocalAddr", local,
            "getLocalPort", 8080);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            PublicAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }
}
