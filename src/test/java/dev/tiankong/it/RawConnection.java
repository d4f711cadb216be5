package dev.tiankong.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A request of which a test sends and reads as much as it wants, on a connection of its own. */
final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 120_000;

  /** Small, so that what the test does not read waits in the server. */
  private static final int RECEIVED_UNREAD = 4096;

  private final Socket socket = new Socket();

  private RawConnection(String request) throws IOException {
    socket.setReceiveBufferSize(RECEIVED_UNREAD);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(
        new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("TIANKONG_HTTP_PORT"))));
    send(request.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param headers each with its line's end
   */
  static RawConnection open(String method, String path, String headers) throws IOException {
    return new RawConnection(
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, path, headers));
  }

  /** So much of a request, and no more. */
  static RawConnection begin(String request) throws IOException {
    return new RawConnection(request);
  }

  RawConnection send(byte[] more) throws IOException {
    socket.getOutputStream().write(more);
    socket.getOutputStream().flush();
    return this;
  }

  /** Reads the first line of the answer, and no byte more. */
  int status() {
    try {
      StringBuilder line = new StringBuilder();
      InputStream answer = socket.getInputStream();
      for (int next = answer.read(); next >= 0 && next != '\n'; next = answer.read()) {
        line.append((char) next);
      }
      return Integer.parseInt(line.toString().split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until there is such a line; false if the connection ends before. */
  boolean line(String wanted) {
    try {
      StringBuilder line = new StringBuilder();
      InputStream answer = socket.getInputStream();
      for (int next = answer.read(); next >= 0; next = answer.read()) {
        if (next != '\n') {
          line.append((char) next);
        } else if (line.toString().strip().equals(wanted)) {
          return true;
        } else {
          line.setLength(0);
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on until the server closes the connection, which it must do some time. */
  String rest() {
    try {
      StringBuilder rest = new StringBuilder();
      InputStream answer = new BufferedInputStream(socket.getInputStream());
      long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      try {
        for (int next = answer.read(); next >= 0; next = answer.read()) {
          rest.append((char) next);
          if (System.nanoTime() > latest) {
            throw new AssertionError("The connection is still open after: " + rest);
          }
        }
      } catch (SocketException reset) {
        // Closed while something was still on its way, which is an end, too.
      }
      return rest.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
