package dev.tiankong.metrics;

import dev.tiankong.inference.ForwardPass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

@ApplicationScoped
class InferenceMeters {

  @Inject MeterRegistry meters;

  private Timer forward;
  private Counter tokens;
  private Counter padding;

  @PostConstruct
  void register() {
    forward =
        Latency.timer("tiankong.forward", "Forward pass of the model over a group of texts")
            .register(meters);
    tokens =
        Counter.builder("tiankong.tokens")
            .description("Tokens of texts processed by the model")
            .register(meters);
    padding =
        Counter.builder("tiankong.padding.tokens")
            .description("Padding tokens that make the texts of a group equally long")
            .register(meters);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The meters are there, and 0, before anything happens.
  }

  void count(@Observes ForwardPass pass) {
    forward.record(pass.time());
    tokens.increment(pass.tokens());
    padding.increment(pass.padding());
  }
}
