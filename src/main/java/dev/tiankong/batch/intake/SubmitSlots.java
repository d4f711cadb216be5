package dev.tiankong.batch.intake;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * IntakeLimits how many bodies of one user this server reads and stores at a time. Each takes a
 * thread and some memory for as long as its client likes.
 */
@ApplicationScoped
public class SubmitSlots {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  @Inject
  @ConfigProperty(name = "tiankong.user.max.submits", defaultValue = "8")
  int most;

  /** One body, from before its first byte is read until it is stored. */
  public final class Slot implements AutoCloseable {

    private final String user;

    private Slot(String user) {
      this.user = user;
    }

    @Override
    public void close() {
      taken.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
  }

  /**
   * @return to be closed when the body is stored or refused
   * @throws Refusal if the user has no slot left
   */
  public Slot take(String user) {
    if (taken.merge(user, 1, Integer::sum) > most) {
      new Slot(user).close();
      throw new Refusal(
              ProblemCode.TOO_MANY_SUBMITS,
              Sentence.of(
                      "You have {most} submits and uploads in progress, which is the limit: wait until one is done.")
                  .with("most", most))
          .retryAfter(PAUSE);
    }
    return new Slot(user);
  }
}
