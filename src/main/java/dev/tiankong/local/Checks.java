package dev.tiankong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be true before anything is started, so that a failure leaves nothing behind. */
final class Checks {
  private static final long MIB = 1L << 20;

  private Checks() {}

  /** Refuses to go on when someone already listens there. */
  static void portIsFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server binds it: connections of an earlier run that linger do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "This machine has no address " + address + ": set TIANKONG_BIND to one that it has.", e);
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d on %s is taken or forbidden: stop who uses it, or set TIANKONG_HTTP_PORT."
              .formatted(port, address),
          e);
    }
  }

  /** Refuses to go on when the disk under the folder, which must exist, has less space left. */
  static void hasSpace(Path folder, long neededMiB) {
    long freeMiB = freeBytes(folder) / MIB;
    if (freeMiB < neededMiB) {
      throw new CannotStart(
          "%s has %d MiB left and Tiankong needs %d: make room, or set TIANKONG_HOME to another disk."
              .formatted(folder, freeMiB, neededMiB));
    }
  }

  private static long freeBytes(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
