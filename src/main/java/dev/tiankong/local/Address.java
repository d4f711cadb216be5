package dev.tiankong.local;

import java.net.URI;
import java.util.Map;

/** Where the server listens. */
record Address(String host, int port) {

  /** For HTTP. */
  static Address of(Map<String, String> environment) {
    return new Address(
        environment.getOrDefault("TIANKONG_BIND", "127.0.0.1"),
        Ports.read("TIANKONG_HTTP_PORT", environment.getOrDefault("TIANKONG_HTTP_PORT", "8080")));
  }

  /** For clients of the broker, if it is opened to them. */
  static Address ofBroker(Map<String, String> environment) {
    return new Address(
        environment.getOrDefault("TIANKONG_BROKER_ACCEPTOR_BIND", "127.0.0.1"),
        Ports.read(
            "TIANKONG_BROKER_ACCEPTOR_PORT",
            environment.getOrDefault("TIANKONG_BROKER_ACCEPTOR_PORT", "61616")));
  }

  /** An address that a browser on this machine reaches. */
  URI uri() {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return URI.create("http://%s:%d".formatted(everywhere ? "127.0.0.1" : bracketed(), port));
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
