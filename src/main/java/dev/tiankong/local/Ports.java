package dev.tiankong.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for what only the launcher and the server need to find. */
final class Ports {
  private Ports() {}

  /** A port on loopback that nobody listens on, so far. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
