package dev.tiankong.metrics;

import dev.tiankong.interactive.Answered;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long those wait who ask for a few texts at once. */
@ApplicationScoped
public class InteractiveMeter {

  private static final String NAME = "tiankong.interactive";
  private static final String DESCRIPTION =
      "Duration of interactive requests, including the wait for a worker";
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject MeterRegistry meters;

  // Prometheus has no meter with both buckets and percentiles.
  private final SimpleMeterRegistry hour = new SimpleMeterRegistry();

  private Timer all;
  private Timer ofTheLastHour;

  @PostConstruct
  void register() {
    all = Latency.timer(NAME, DESCRIPTION).register(meters);
    ofTheLastHour =
        Timer.builder(NAME)
            .publishPercentiles(0.5, 0.95, 0.99)
            .distributionStatisticExpiry(HOUR)
            .distributionStatisticBufferLength(6)
            .register(hour);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The meter is there, and 0, before anything happens.
  }

  void time(@Observes Answered answered) {
    all.record(answered.time());
    ofTheLastHour.record(answered.time());
  }

  /** Over the requests of about the last hour; empty if there were none. */
  public Optional<Percentiles> lastHour() {
    HistogramSnapshot snapshot = ofTheLastHour.takeSnapshot();
    double[] seconds =
        Stream.of(snapshot.percentileValues())
            .mapToDouble((ValueAtPercentile value) -> value.value(TimeUnit.SECONDS))
            .toArray();
    return seconds[0] == 0
        ? Optional.empty()
        : Optional.of(new Percentiles(seconds[0], seconds[1], seconds[2]));
  }

  @PreDestroy
  void close() {
    hour.close();
  }
}
