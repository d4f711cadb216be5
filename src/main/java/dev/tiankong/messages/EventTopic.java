package dev.tiankong.messages;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchEvent;
import dev.tiankong.naming.ResourceNames;
import dev.tiankong.outage.QueueUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Locale;

/** Publishes what happens to batches, in the transaction in which it happens. */
@ApplicationScoped
class EventTopic {

  // Not an injected context: that one looks names up which are not there after a commit, when a
  // batch may hear of its last result.
  @Resource(lookup = ResourceNames.EVENT_BROKER)
  ConnectionFactory connections;

  @Resource(lookup = ResourceNames.EVENT_TOPIC)
  Topic topic;

  @Inject Clock clock;

  void publish(@Observes BatchEvent event) {
    Batch batch = event.batch();
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setProperty("event", name(event))
          .setProperty("batchId", batch.id().toString())
          .setProperty("owner", batch.owner())
          .setProperty("state", batch.state().name())
          .send(topic, json(event).toString());
    } catch (JMSRuntimeException e) {
      throw new QueueUnavailableException(
          "The broker does not accept an event: " + e.getMessage(), e);
    }
  }

  private JsonObject json(BatchEvent event) {
    Batch batch = event.batch();
    String name = batch.label().name();
    return JSON.createObjectBuilder()
        .add("event", name(event))
        .add("at", clock.instant().toString())
        .add("batchId", batch.id().toString())
        .add("owner", batch.owner())
        .add("name", name == null ? JsonValue.NULL : JSON.createValue(name))
        .add("state", batch.state().name())
        .add("total", batch.total())
        .add("succeeded", batch.succeeded())
        .add("failed", batch.failed())
        .build();
  }

  private static String name(BatchEvent event) {
    return event.what().name().toLowerCase(Locale.ROOT);
  }
}
