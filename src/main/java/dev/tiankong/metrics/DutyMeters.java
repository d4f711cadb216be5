package dev.tiankong.metrics;

import dev.tiankong.duties.DutyOutcome;
import dev.tiankong.duties.DutyRun;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
class DutyMeters {

  private static final double MILLIS = 1_000;

  @Inject MeterRegistry meters;

  private final Map<String, Instant> succeeded = new ConcurrentHashMap<>();

  void count(@Observes DutyRun run) {
    Timer.builder("tiankong.duty")
        .description("Runs of a duty: work that no request asks for")
        .tag("duty", run.duty())
        .tag("outcome", run.outcome().name().toLowerCase(Locale.ROOT))
        .register(meters)
        .record(run.time());
    if (run.outcome() == DutyOutcome.SUCCEEDED
        && succeeded.put(run.duty(), run.startedAt().plus(run.time())) == null) {
      Gauge.builder("tiankong.duty.last.success", () -> lastSuccess(run.duty()))
          .description("When a duty last succeeded, in seconds since 1970")
          .baseUnit("seconds")
          .tag("duty", run.duty())
          .register(meters);
    }
  }

  private double lastSuccess(String duty) {
    return succeeded.get(duty).toEpochMilli() / MILLIS;
  }
}
