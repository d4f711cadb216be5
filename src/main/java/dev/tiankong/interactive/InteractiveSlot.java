package dev.tiankong.interactive;

import dev.tiankong.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A worker of its own for people who wait. Batches keep theirs busy for seconds at a time; a
 * request that shared those would wait that long, one that took more would slow all the others.
 */
@ApplicationScoped
class InteractiveSlot {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Semaphore slots;
  private Event<Answered> answered;

  protected InteractiveSlot() {
    // For the client proxy.
  }

  @Inject
  InteractiveSlot(
      @ConfigProperty(name = "tiankong.interactive.workers", defaultValue = "1") int workers,
      Event<Answered> answered) {
    // Fair: nobody waits longer than those who came later.
    this.slots = new Semaphore(workers, true);
    this.answered = answered;
  }

  <T> T run(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      if (!slots.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      T answer = work.get();
      answered.fire(new Answered(Duration.ofNanos(System.nanoTime() - start)));
      return answer;
    } finally {
      slots.release();
    }
  }

  private static RuntimeException busy() {
    return new Problem(
            503, "busy", "Too many people ask at once: try again in a moment, or submit a batch.")
        .retryAfter(PATIENCE)
        .toException();
  }
}
