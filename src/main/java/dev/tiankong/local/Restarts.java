package dev.tiankong.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Starts the database again when it dies under the server, and gives up when it keeps dying. */
final class Restarts {
  static final int MOST = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** After this long, a death has nothing to do with the last one. */
  private static final Duration GOOD_TIME = Duration.ofMinutes(10);

  /** Starts it, or fails. */
  interface Start {
    void run() throws IOException;
  }

  /** Lets time pass. */
  interface Wait {
    void last(Duration duration) throws InterruptedException;
  }

  private final Console console;
  private final Wait pause;
  private final Path log;
  private int tried;
  private long lastNanos = System.nanoTime();

  Restarts(Console console, Wait pause, Path log) {
    this.console = console;
    this.pause = pause;
    this.log = log;
  }

  /**
   * Returns once it runs again. Each attempt waits twice as long as the one before.
   *
   * @throws CannotStart if it does not, or died too often
   */
  void afterDeath(Start start) throws InterruptedException {
    if (System.nanoTime() - lastNanos > GOOD_TIME.toNanos()) {
      tried = 0;
    }
    while (!attempt(start)) {
      // The next one waits longer.
    }
    lastNanos = System.nanoTime();
  }

  private boolean attempt(Start start) throws InterruptedException {
    if (tried == MOST) {
      throw new CannotStart(
          "PostgreSQL died again after %d restarts. The reason is in %s".formatted(MOST, log));
    }
    pause.last(FIRST_PAUSE.multipliedBy(1L << tried));
    tried++;
    console.say("PostgreSQL has died. Restarting it (%d of %d).".formatted(tried, MOST));
    try {
      start.run();
      return true;
    } catch (IOException e) {
      console.warn(e.getMessage());
      return false;
    }
  }
}
