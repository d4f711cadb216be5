package dev.tiankong.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether there is everything that a submit and a worker need. Who asks need not say who he is, so
 * what it takes to know is done once a second, however many ask.
 */
@ApplicationScoped
public class Readiness {

  private static final Duration KEPT = Duration.ofSeconds(1);

  private LoadingCache<Class<Readiness>, Map<String, Optional<String>>> latest;

  protected Readiness() {
    // For the client proxy.
  }

  @Inject
  Readiness(Checks checks) {
    this(checks, Ticker.systemTicker());
  }

  Readiness(Supplier<Map<String, Optional<String>>> checks, Ticker ticker) {
    latest =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .build(only -> Collections.unmodifiableMap(checks.get()));
  }

  /** What was asked, and what is wrong with it. */
  public Map<String, Optional<String>> checks() {
    return latest.get(Readiness.class);
  }
}
