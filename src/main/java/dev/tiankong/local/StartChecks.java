package dev.tiankong.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What must be true before anything is started, so that a failure leaves nothing behind. */
final class StartChecks {
  private static final long MIB = 1L << 20;

  private StartChecks() {}

  /** Refuses to go on when someone already listens there. */
  static void portIsFree(Address address) {
    portIsFree(address, "TIANKONG_HTTP_PORT or TIANKONG_BIND");
  }

  /**
   * @param settings that change the address
   */
  static void portIsFree(Address address, String settings) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the server binds it: connections of an earlier run that linger do not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw new CannotStart(
          "Cannot listen on %s:%d (%s): stop the program that does, or set %s."
              .formatted(address.host(), address.port(), e.getMessage(), settings),
          e);
    }
  }

  /** Refuses to go on when the server would, with a setting that nobody checks but the launcher. */
  static void portsAreNumbers(Map<String, String> environment) {
    for (String setting :
        List.of("TIANKONG_HTTPS_PORT", "TIANKONG_MANAGEMENT_PORT", "TIANKONG_BROKER_PORT")) {
      if (environment.containsKey(setting)) {
        Ports.read(setting, environment.get(setting));
      }
    }
  }

  /** Refuses to go on when the server could not sign in at a broker of one's own. */
  static void brokerLetsIn(Map<String, String> environment) {
    if (environment.containsKey("TIANKONG_BROKER_HOST")
        && environment.getOrDefault("TIANKONG_BROKER_PASSWORD", "").isEmpty()) {
      throw new CannotStart(
          "TIANKONG_BROKER_HOST is set, but not the broker's password: set TIANKONG_BROKER_PASSWORD.");
    }
  }

  /** Refuses to go on when the disk under the folder, which must exist, has less space left. */
  static void hasSpace(Path folder, long neededMiB) throws IOException {
    long freeMiB = Files.getFileStore(folder).getUsableSpace() / MIB;
    if (freeMiB < neededMiB) {
      throw new CannotStart(
          "%s has %d MiB free, but Tiankong needs %d: free some space, or set TIANKONG_HOME to another disk."
              .formatted(folder, freeMiB, neededMiB));
    }
  }
}
