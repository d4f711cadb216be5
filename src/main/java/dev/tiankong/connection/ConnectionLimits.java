package dev.tiankong.connection;

import java.util.Map;
import java.util.Optional;

/**
 * What clients may cost.
 *
 * @param threads of the server's worker
 * @param requestsPerAddress in progress at a time
 * @param bytesPerSecond that a client must send or take while the server waits for it
 */
record ConnectionLimits(int threads, int requestsPerAddress, int bytesPerSecond) {

  /** As in {@code server-config/http.cli}. */
  private static final int THREADS = 64;

  private static final int REQUESTS_PER_ADDRESS = 500;
  private static final int BYTES_PER_SECOND = 1024;

  /**
   * @param environment of the server, since the application's configuration is not there yet
   */
  static ConnectionLimits of(Map<String, String> environment) {
    return new ConnectionLimits(
        read(environment, "TIANKONG_HTTP_THREADS", THREADS),
        read(environment, "TIANKONG_REQUESTS_PER_ADDRESS", REQUESTS_PER_ADDRESS),
        read(environment, "TIANKONG_MINIMUM_RATE", BYTES_PER_SECOND));
  }

  private static int read(Map<String, String> environment, String name, int otherwise) {
    Optional<String> given = Optional.ofNullable(environment.get(name));
    try {
      int value = given.map(Integer::valueOf).orElse(otherwise);
      if (value >= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number that is too small.
    }
    throw new IllegalArgumentException(
        "%s must be a whole number of at least 1, not %s".formatted(name, given.orElseThrow()));
  }

  /** Half: large bodies and downloads are limited to a quarter each. */
  int waitingThreads() {
    return Math.max(1, threads / 2);
  }
}
