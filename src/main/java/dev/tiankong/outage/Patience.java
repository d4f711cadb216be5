package dev.tiankong.outage;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Holds a worker, and with it its message, for as long as the database or the broker is away. Were
 * the message given back, it would return every few seconds until its deliveries are used up.
 */
@ApplicationScoped
public class Patience {

  private static final System.Logger LOG = System.getLogger(Patience.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Shorter than the five minutes that a transaction may last. */
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * Does a step in a transaction of its own, again and again until no outage is in its way.
   *
   * @throws RuntimeException what the step throws for another reason, or when the limit is reached
   */
  public <T> T outlast(Supplier<T> step) {
    long start = System.nanoTime();
    while (true) {
      try {
        T result = step.get();
        sayThatItIsOver();
        return result;
      } catch (RuntimeException e) {
        if (!Outage.isBehind(e) || System.nanoTime() - start > LIMIT.toNanos()) {
          throw e;
        }
        sayOnce(e);
        pause(e);
      }
    }
  }

  private void sayOnce(RuntimeException cause) {
    if (away.compareAndSet(false, true)) {
      LOG.log(WARNING, "The workers wait until this is over: {0}", rootOf(cause));
    }
  }

  private void sayThatItIsOver() {
    if (away.compareAndSet(true, false)) {
      LOG.log(WARNING, "The database and the broker are there again: the workers go on");
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static void pause(RuntimeException reason) {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      // The server stops.
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
