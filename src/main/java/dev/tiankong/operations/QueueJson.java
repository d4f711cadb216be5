package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;

/** Queues as operators see them. */
final class QueueJson {

  private static final double MILLIS = 1_000;

  private QueueJson() {}

  /**
   * @param age of the first message; empty if there is none
   * @param latest when rates were measured last; empty right after the server's start
   */
  static JsonObject of(BrokerQueue queue, Optional<Duration> age, Optional<QueueSample> latest) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("name", queue.name());
    if (queue.isSubscription()) {
      json.add("topic", queue.destination());
    }
    return json.add("depth", queue.depth())
        .add("inDelivery", queue.inDelivery())
        .add("awaitingRedelivery", queue.waiting())
        .add("consumers", queue.consumers())
        .add("added", queue.added())
        .add("acknowledged", queue.acknowledged())
        .add("expired", queue.expired())
        .add("killed", queue.killed())
        .add("paused", queue.isPaused())
        .add("inPerSecond", number(latest.map(QueueSample::inPerSecond)))
        .add("outPerSecond", number(latest.map(QueueSample::outPerSecond)))
        .add("oldestSeconds", number(age.map(time -> time.toMillis() / MILLIS)))
        .build();
  }

  static JsonObject of(QueueSample sample) {
    return JSON.createObjectBuilder()
        .add("at", sample.at().toString())
        .add("depth", sample.queue().depth())
        .add("inDelivery", sample.queue().inDelivery())
        .add("inPerSecond", sample.inPerSecond())
        .add("outPerSecond", sample.outPerSecond())
        .build();
  }

  private static JsonValue number(Optional<Double> value) {
    return value.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
  }
}
