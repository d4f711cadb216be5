package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.work.ChunkMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** A message as operators see it. They may see everybody's texts, in batches as well as here. */
final class MessageJson {

  private static final String DELIVERY_COUNT = "JMSXDeliveryCount";

  /** The broker sets it where a body is so large that it lies in a file of its own. */
  private static final String LARGE = "_AMQ_LARGE_SIZE";

  /** Characters of a body that are shown: enough to know it, and a list of many stays small. */
  private static final int SHOWN = 2_000;

  private MessageJson() {}

  static JsonObject of(Message message) throws JMSException {
    // Clients that know Artemis' own API need not set one.
    String given = message.getJMSMessageID();
    Optional<ChunkId> chunk = chunk(message);
    Optional<String> body = body(message);
    return JSON.createObjectBuilder()
        .add("id", given == null ? JsonValue.NULL : text(given))
        .add("at", Instant.ofEpochMilli(message.getJMSTimestamp()).toString())
        .add("deliveries", deliveries(message))
        .add("priority", message.getJMSPriority())
        .add("batch", chunk.map(id -> text(id.batchId())).orElse(JsonValue.NULL))
        .add(
            "chunk",
            chunk.<JsonValue>map(id -> JSON.createValue(id.number())).orElse(JsonValue.NULL))
        .add("messageProperties", properties(message))
        .add("body", body.map(text -> text(beginning(text))).orElse(JsonValue.NULL))
        .add(
            "bodyLength",
            body.<JsonValue>map(text -> JSON.createValue(text.length())).orElse(JsonValue.NULL))
        .build();
  }

  private static Optional<ChunkId> chunk(Message message) {
    try {
      return Optional.of(ChunkMessage.read(message));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Empty if there is none, or it is no text, or too large to be read just for a look. */
  private static Optional<String> body(Message message) throws JMSException {
    return message instanceof TextMessage text && !message.propertyExists(LARGE)
        ? Optional.ofNullable(text.getText())
        : Optional.empty();
  }

  private static String beginning(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    // Not in the middle of a character.
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN)));
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
