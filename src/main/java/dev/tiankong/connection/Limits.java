package dev.tiankong.connection;

import org.eclipse.microprofile.config.Config;

/**
 * What clients may cost.
 *
 * @param threads of the server's worker
 * @param requestsPerAddress in progress at a time
 * @param bytesPerSecond that a client must send or take while the server waits for it
 */
record Limits(int threads, int requestsPerAddress, int bytesPerSecond) {

  /** As in {@code server-config/http.cli}. */
  private static final int THREADS = 64;

  private static final int REQUESTS_PER_ADDRESS = 500;
  private static final int BYTES_PER_SECOND = 1024;

  static Limits of(Config config) {
    return new Limits(
        read(config, "tiankong.http.threads", THREADS),
        read(config, "tiankong.requests.per.address", REQUESTS_PER_ADDRESS),
        read(config, "tiankong.minimum.rate", BYTES_PER_SECOND));
  }

  private static int read(Config config, String name, int otherwise) {
    int value = config.getOptionalValue(name, Integer.class).orElse(otherwise);
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
    return value;
  }

  /** Half: large bodies and downloads are limited to a quarter each. */
  int waitingThreads() {
    return Math.max(1, threads / 2);
  }
}
