package dev.tiankong.connection;

import java.time.Duration;

/**
 * How long the server waits for a client. Waiting uses it up and transferred bytes restore it, so a
 * client that keeps up the minimum rate never runs out, and a silent one does after {@code most}.
 * Not thread-safe.
 */
final class Allowance {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long most;
  private final long bytesPerSecond;
  private long left;

  Allowance(Duration most, int bytesPerSecond) {
    this.most = most.toNanos();
    this.bytesPerSecond = bytesPerSecond;
    this.left = this.most;
  }

  void waited(long nanos) {
    left -= nanos;
  }

  void transferred(long bytes) {
    // Bounded first: the product of a large number of bytes would overflow.
    long enough = most / SECOND * bytesPerSecond + bytesPerSecond;
    left = Math.min(most, left + Math.min(bytes, enough) * SECOND / bytesPerSecond);
  }

  /** In nanoseconds. */
  long left() {
    return left;
  }

  boolean isUsedUp() {
    return left <= 0;
  }
}
