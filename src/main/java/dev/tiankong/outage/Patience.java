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
   * <p>What it throws for another reason, or after too long a time, goes to the caller.
   */
  public <T> T outlast(Supplier<T> step) {
    long start = System.nanoTime();
    boolean waited = false;
    while (true) {
      try {
        T result = step.get();
        if (waited) {
          sayThatItIsOver();
        }
        return result;
      } catch (Exception e) {
        if (!Outage.isBehind(e)) {
          throw e;
        }
        sayOnce(e);
        if (System.nanoTime() - start > LIMIT.toNanos() || !pause()) {
          throw e;
        }
        waited = true;
      }
    }
  }

  /** The same for a step without a result. */
  public void outlast(Runnable step) {
    outlast(
        () -> {
          step.run();
          return null;
        });
  }

  private void sayOnce(Exception cause) {
    if (away.compareAndSet(false, true)) {
      LOG.log(WARNING, "Workers are waiting until this is resolved: {0}", rootOf(cause).toString());
    }
  }

  private void sayThatItIsOver() {
    if (away.compareAndSet(true, false)) {
      LOG.log(WARNING, "Database and broker are available again: workers continue");
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Returns whether it was undisturbed; if not, the server stops. */
  private static boolean pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
