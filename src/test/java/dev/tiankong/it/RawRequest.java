package dev.tiankong.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A request byte for byte, with what an HTTP client would not send, and its answer.
 *
 * @param head without the line ends
 */
record RawRequest(List<String> head, String body) {

  private static final int PATIENCE = 30_000;

  /**
   * @param host what the header of that name says
   */
  static RawRequest of(String method, String path, String host) {
    return new RawRequest(
        List.of(method + " " + path + " HTTP/1.1", "Host: " + host, "Connection: close"), "");
  }

  RawRequest with(String name, String value) {
    List<String> more = new ArrayList<>(head);
    more.add(name + ": " + value);
    return new RawRequest(more, body);
  }

  RawRequest signedInAs(Account account) {
    return with("Authorization", Client.basic(account.name(), account.password()));
  }

  RawRequest json(String body) {
    return new RawRequest(head, body)
        .with("Content-Type", "application/json")
        .with("Content-Length", Integer.toString(body.getBytes(UTF_8).length));
  }

  /** All that comes until the server closes the connection. */
  String send() throws IOException {
    int port = Integer.parseInt(System.getenv("TIANKONG_HTTP_PORT"));
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE);
      String request = String.join("\r\n", head) + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
