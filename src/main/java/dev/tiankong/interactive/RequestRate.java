package dev.tiankong.interactive;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much each user may ask for in a second, on this server. A quiet second lets them ask for
 * twice as much in the next.
 */
@ApplicationScoped
public class RequestRate {

  private int perSecond;
  private LoadingCache<String, Bucket> buckets;

  protected RequestRate() {
    // For the client proxy.
  }

  @Inject
  RequestRate(
      @ConfigProperty(name = "tiankong.interactive.rate", defaultValue = "20") int perSecond) {
    this.perSecond = perSecond;
    // A bucket that nobody used for a minute is full, like a new one.
    this.buckets =
        Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build(user -> bucket());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /**
   * @throws Refusal if the user asked too often
   */
  public void count(String user) {
    count(user, 1);
  }

  /**
   * @param requests as how many a request counts
   * @throws Refusal if the user asked for too much
   */
  void count(String user, long requests) {
    // A full bucket is enough for every request.
    long counted = Math.min(requests, 2L * perSecond);
    ConsumptionProbe probe = buckets.get(user).tryConsumeAndReturnRemaining(counted);
    if (!probe.isConsumed()) {
      throw new Refusal(
              ProblemCode.TOO_MANY_REQUESTS,
              Sentence.of(
                      "rate",
                      "At most {most} requests per second are allowed, fewer with long texts: slow down, or submit a batch.")
                  .with("most", perSecond))
          .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
