package dev.tiankong.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The pool of connections. */
@ApplicationScoped
class DatabaseMeters implements MetricSample {

  private static final ServerResource POOL =
      new ServerResource("subsystem=datasources,xa-data-source=tiankong,statistics=pool");

  @Inject MeterRegistry meters;

  private MultiGauge connections;

  @PostConstruct
  void register() {
    connections =
        MultiGauge.builder("tiankong.database.connections")
            .description("Database connections: in use, idle, highest number in use")
            .register(meters);
  }

  @Override
  public void take() {
    connections.register(
        POOL.numbers("InUseCount", "IdleCount", "MaxUsedCount").map(this::rows).orElse(List.of()),
        true);
  }

  private List<MultiGauge.Row<?>> rows(List<Number> numbers) {
    return List.of(
        MultiGauge.Row.of(Tags.of("state", "in_use"), numbers.get(0)),
        MultiGauge.Row.of(Tags.of("state", "idle"), numbers.get(1)),
        MultiGauge.Row.of(Tags.of("state", "most_used"), numbers.get(2)));
  }
}
