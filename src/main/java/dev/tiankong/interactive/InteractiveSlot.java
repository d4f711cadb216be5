package dev.tiankong.interactive;

import dev.tiankong.interactive.Turns.Turn;
import dev.tiankong.request.ClientPresence;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Workers that only interactive requests use. A worker of the batches is busy for seconds at a
 * time, and one more of those would slow down all others.
 */
@ApplicationScoped
public class InteractiveSlot {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Inject Event<Answered> answered;
  @Inject HttpServletRequest request;
  @Inject ClientPresence client;

  private int mostOfUser;
  private Turns turns;

  protected InteractiveSlot() {
    // For the client proxy.
  }

  @Inject
  InteractiveSlot(
      @ConfigProperty(name = "tiankong.interactive.workers", defaultValue = "1") int workers,
      @ConfigProperty(name = "tiankong.interactive.waiting", defaultValue = "8") int mostOfUser,
      @ConfigProperty(name = "tiankong.http.threads", defaultValue = "64") int threads) {
    this.mostOfUser = mostOfUser;
    // Each that waits holds a thread. Clients that are waited for may hold a half of these.
    this.turns = new Turns(workers, mostOfUser, Math.max(1, threads / 4));
  }

  /**
   * Runs the work of the current request when its user's turn comes.
   *
   * @throws Refusal if too many requests wait, or this one has waited for too long
   */
  public <T> T run(Supplier<T> work) {
    long start = System.nanoTime();
    switch (take()) {
      case TOO_MANY_OF_USER -> throw tooMany();
      case TOO_MANY, TOO_LATE -> throw busy();
      case TAKEN -> {
        // Goes on below.
      }
    }
    try {
      if (client.hasGone()) {
        // Nobody reads this.
        throw busy();
      }
      T answer = work.get();
      answered.fire(new Answered(Duration.ofNanos(System.nanoTime() - start)));
      return answer;
    } finally {
      turns.leave();
    }
  }

  private Turn take() {
    try {
      return turns.take(request.getUserPrincipal().getName(), PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private RuntimeException tooMany() {
    return new Refusal(
            ProblemCode.TOO_MANY_REQUESTS,
            Sentence.of(
                    "waiting",
                    "You have {most} waiting requests, which is the limit: wait for one, or submit a batch.")
                .with("most", mostOfUser))
        .retryAfter(PAUSE);
  }

  private static RuntimeException busy() {
    return new Refusal(
            ProblemCode.BUSY, "Too many requests at the moment: try again soon, or submit a batch.")
        .retryAfter(PATIENCE);
  }
}
