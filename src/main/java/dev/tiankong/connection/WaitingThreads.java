package dev.tiankong.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many threads wait for clients at a time, whatever they read or write, so that the
 * others always stay free.
 */
final class WaitingThreads {

  private final Semaphore free;

  WaitingThreads(int most) {
    free = new Semaphore(most);
  }

  interface Wait {
    void run(long mostMillis) throws IOException;
  }

  /**
   * Waits for a client once, and subtracts the time from its allowance.
   *
   * @throws SlowClientException if the allowance is used up, or too many threads wait
   */
  void run(Allowance allowance, Wait wait) throws IOException {
    if (!free.tryAcquire()) {
      throw new SlowClientException("Too many threads are waiting for clients");
    }
    long start = System.nanoTime();
    try {
      // Rounded up: a wait of 0 ms would have no end.
      wait.run(Duration.ofNanos(allowance.left()).toMillis() + 1);
    } finally {
      free.release();
      allowance.waited(System.nanoTime() - start);
    }
    if (allowance.isUsedUp()) {
      throw new SlowClientException("The client is slower than the minimum rate");
    }
  }
}
