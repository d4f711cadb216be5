package dev.tiankong.operations;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** A queue, or a subscription of a topic, with the broker's own figures. */
final class BrokerQueue {

  private final JsonObject figures;

  BrokerQueue(JsonObject figures) {
    this.figures = figures;
  }

  /** As clients of JMS know it. The embedded broker puts something in front of it. */
  String name() {
    return plain(brokersName());
  }

  /** As the broker knows it. */
  String brokersName() {
    return figures.getString("name");
  }

  /** The queue's own name, or that of the topic that a subscription belongs to. */
  String destination() {
    return plain(figures.getString("address"));
  }

  private static String plain(String name) {
    return name.replaceFirst("^jms\\.(queue|topic)\\.", "");
  }

  boolean isSubscription() {
    return figures.getString("routingType").equalsIgnoreCase("multicast");
  }

  boolean isPaused() {
    return text("paused").equals("true");
  }

  /** Messages in it, those being delivered or waiting for redelivery included. */
  long depth() {
    return number("messageCount");
  }

  long inDelivery() {
    return number("deliveringCount");
  }

  /** Messages that wait for their next delivery, after one that failed. */
  long waiting() {
    return number("scheduledCount");
  }

  long consumers() {
    return number("consumerCount");
  }

  /** Messages that came in, since the broker was started; so for all below. */
  long added() {
    return number("messagesAdded");
  }

  long acknowledged() {
    return number("messagesAcked");
  }

  long expired() {
    return number("messagesExpired");
  }

  /** Messages that went to the dead letters. */
  long killed() {
    return number("messagesKilled");
  }

  long gone() {
    return acknowledged() + expired() + killed();
  }

  private long number(String name) {
    return Long.parseLong(text(name));
  }

  // Brokers of some versions write numbers as text.
  private String text(String name) {
    JsonValue value = figures.get(name);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return String.valueOf(value);
  }
}
