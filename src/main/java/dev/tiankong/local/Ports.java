package dev.tiankong.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for what only the launcher and the server need to find. */
final class Ports {

  /**
   * Not of those that a system gives to clients by itself, on Linux from 32768 on: a connection
   * could take one before it is listened on.
   */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private static final int MAX = 65_535;

  private Ports() {}

  /** Refuses what is no port that clients could be told: 0 is any that is free. */
  static int read(String setting, String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX) {
      throw new CannotStart(
          "%s is %s: set it to a port number, from 1 to %d."
              .formatted(setting, text.isEmpty() ? "empty" : text, MAX));
    }
    return Integer.parseInt(text);
  }

  /** A port on loopback that nobody listens on, so far. */
  static int free() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // Somebody does; one of the other thousands will be free.
      }
    }
  }
}
