package dev.tiankong.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.ToDoubleFunction;

@ApplicationScoped
class QueueMeters implements MetricSample {

  @Inject MeterRegistry meters;
  @Inject WatchedQueues queues;

  private MultiGauge messages;
  private MultiGauge delivering;
  private MultiGauge consumers;

  @PostConstruct
  void register() {
    messages = gauge("tiankong.queue.messages", "Messages in a queue, including those in delivery");
    delivering =
        gauge("tiankong.queue.delivering", "Messages delivered to a consumer but not acknowledged");
    consumers = gauge("tiankong.queue.consumers", "Consumers of a queue");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  @Override
  public void take() {
    List<QueueFigures> figures = queues.figures();
    set(messages, figures, QueueFigures::messages);
    set(delivering, figures, QueueFigures::delivering);
    set(consumers, figures, QueueFigures::consumers);
  }

  private static void set(
      MultiGauge gauge, List<QueueFigures> figures, ToDoubleFunction<QueueFigures> number) {
    gauge.register(
        figures.stream()
            .map(
                queue ->
                    MultiGauge.Row.of(Tags.of("queue", queue.name()), number.applyAsDouble(queue)))
            .toList(),
        true);
  }
}
