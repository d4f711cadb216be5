package dev.tiankong.console;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.work.ChunkMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** A message as operators see it: all but its body, which may be somebody's texts. */
final class MessageJson {

  private static final String DELIVERY_COUNT = "JMSXDeliveryCount";

  private MessageJson() {}

  static JsonObject of(Message message) throws JMSException {
    Optional<ChunkId> chunk = chunk(message);
    return JSON.createObjectBuilder()
        .add("id", message.getJMSMessageID())
        .add("at", Instant.ofEpochMilli(message.getJMSTimestamp()).toString())
        .add("deliveries", deliveries(message))
        .add("priority", message.getJMSPriority())
        .add("batch", chunk.map(id -> text(id.batchId())).orElse(JsonValue.NULL))
        .add(
            "chunk",
            chunk.<JsonValue>map(id -> JSON.createValue(id.number())).orElse(JsonValue.NULL))
        .add("messageProperties", properties(message))
        .build();
  }

  private static Optional<ChunkId> chunk(Message message) {
    try {
      return Optional.of(ChunkMessage.read(message));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Those before now: the broker counts one more for whoever looks. */
  private static int deliveries(Message message) throws JMSException {
    return Math.max(0, message.getIntProperty(DELIVERY_COUNT) - 1);
  }

  private static JsonValue text(Object value) {
    return JSON.createValue(value.toString());
  }

  private static JsonObject properties(Message message) throws JMSException {
    JsonObjectBuilder properties = JSON.createObjectBuilder();
    List<?> names = Collections.list((Enumeration<?>) message.getPropertyNames());
    for (Object name : names) {
      if (!name.equals(DELIVERY_COUNT)) {
        properties.add(name.toString(), String.valueOf(message.getObjectProperty(name.toString())));
      }
    }
    return properties.build();
  }
}
