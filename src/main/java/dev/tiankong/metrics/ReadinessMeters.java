package dev.tiankong.metrics;

import dev.tiankong.health.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class ReadinessMeters implements MetricSample {

  @Inject MeterRegistry meters;
  @Inject Readiness readiness;

  private MultiGauge ready;

  @PostConstruct
  void register() {
    ready =
        MultiGauge.builder("tiankong.ready")
            .description("1 if the component is available, 0 if not")
            .register(meters);
  }

  @Override
  public void take() {
    ready.register(
        readiness.checks().entrySet().stream()
            .map(
                check ->
                    MultiGauge.Row.of(
                        Tags.of("check", check.getKey()), check.getValue().isEmpty() ? 1 : 0))
            .toList(),
        true);
  }
}
