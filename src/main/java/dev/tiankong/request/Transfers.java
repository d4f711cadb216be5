package dev.tiankong.request;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits what takes as long as its client likes, on this server: large bodies, downloads and event
 * streams. The first two have a thread each, so all of them together leave half of the threads to
 * short requests.
 */
@ApplicationScoped
public class Transfers {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Inject HttpServletRequest request;
  @Inject HeldPlaces held;

  private int perUser;
  private int streamsPerUser;
  private Places uploads;
  private Places downloads;
  private Places streams;

  protected Transfers() {
    // For the client proxy.
  }

  @Inject
  Transfers(
      @ConfigProperty(name = "tiankong.http.threads", defaultValue = "64") int threads,
      @ConfigProperty(name = "tiankong.user.max.transfers", defaultValue = "8") int perUser,
      @ConfigProperty(name = "tiankong.user.max.streams", defaultValue = "50") int streamsPerUser) {
    this.perUser = perUser;
    this.streamsPerUser = streamsPerUser;
    this.uploads = new Places(Math.max(1, threads / 4), perUser);
    this.downloads = new Places(Math.max(1, threads / 4), perUser);
    this.streams = new Places(Integer.MAX_VALUE, streamsPerUser);
  }

  /**
   * Until the request ends.
   *
   * @throws Refusal if there are too many
   */
  void upload() {
    held.untilTheEnd(take(uploads, "uploads", ProblemCode.TOO_MANY_UPLOADS, perUser));
  }

  /**
   * Until the request ends.
   *
   * @throws Refusal if there are too many
   */
  public void download() {
    held.untilTheEnd(take(downloads, "downloads", ProblemCode.TOO_MANY_DOWNLOADS, perUser));
  }

  /**
   * @return what must run when the stream ends; more than once does no harm
   * @throws Refusal if the caller has too many
   */
  public Runnable stream() {
    return take(streams, "event streams", ProblemCode.TOO_MANY_STREAMS, streamsPerUser);
  }

  private Runnable take(Places places, String name, ProblemCode tooMany, int most) {
    String user = request.getUserPrincipal().getName();
    return switch (places.take(user)) {
      case TAKEN -> once(() -> places.giveBack(user));
      case USER_HAS_TOO_MANY ->
          throw new Refusal(
                  tooMany,
                  Sentence.of(
                          "You have {most} %s in progress, which is the limit: wait until one has ended."
                              .formatted(name))
                      .with("most", most))
              .retryAfter(PAUSE);
      case NONE_FREE ->
          throw new Refusal(
                  ProblemCode.SERVER_BUSY,
                  Sentence.of(
                      name,
                      "The server has the maximum number of %s in progress: try again soon."
                          .formatted(name)))
              .retryAfter(PAUSE);
    };
  }

  private static Runnable once(Runnable work) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        work.run();
      }
    };
  }
}
