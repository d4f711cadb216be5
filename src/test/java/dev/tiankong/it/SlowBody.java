package dev.tiankong.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose body has begun and does not go on. */
final class SlowBody implements AutoCloseable {

  private final Socket socket;

  private SlowBody(Socket socket) {
    this.socket = socket;
  }

  static SlowBody begin(String path, Account account) {
    try {
      Socket socket =
          new Socket("127.0.0.1", Integer.parseInt(System.getenv("TIANKONG_HTTP_PORT")));
      socket
          .getOutputStream()
          .write(
              """
              POST %s HTTP/1.1\r
              Host: 127.0.0.1\r
              Authorization: %s\r
              Content-Type: application/json\r
              Content-Length: 100\r
              \r
              ["""
                  .formatted(path, Client.basic(account.name(), account.password()))
                  .getBytes(StandardCharsets.US_ASCII));
      return new SlowBody(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
