package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.management.BrokerManagement;
import dev.tiankong.management.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product's queues, on whatever broker they are. */
@ApplicationScoped
class Queues {

  /** That are shown at a time. */
  static final int MOST_MESSAGES = 1_000;

  /** A broker may have others' queues, too. */
  private static final String OURS = "tiankong.";

  /** Not one by one: subscriptions are called as they like. */
  private static final Question ALL = Question.list("listQueues");

  @Inject BrokerManagement broker;

  /** All queues and subscriptions, by name. */
  List<BrokerQueue> list() {
    return broker.talk(Queues::list);
  }

  private static List<BrokerQueue> list(JMSContext context) throws JMSException {
    return ALL.askForList(context).stream()
        .map(BrokerQueue::new)
        .filter(queue -> queue.destination().startsWith(OURS))
        .sorted(Comparator.comparing(BrokerQueue::destination).thenComparing(BrokerQueue::name))
        .toList();
  }

  /** The same, each with the age of its first message, if it has one. */
  Map<BrokerQueue, Optional<Duration>> listWithAges() {
    return broker.talk(
        context -> {
          Map<BrokerQueue, Optional<Duration>> ages = new LinkedHashMap<>();
          for (BrokerQueue queue : list(context)) {
            ages.put(queue, queue.depth() == 0 ? Optional.empty() : age(queue, context));
          }
          return ages;
        });
  }

  private static Optional<Duration> age(BrokerQueue queue, JMSContext context) throws JMSException {
    JsonValue millis = Question.attribute(resource(queue), "firstMessageAge").ask(context);
    return millis instanceof JsonNumber age
        ? Optional.of(Duration.ofMillis(age.longValue()))
        : Optional.empty();
  }

  Optional<BrokerQueue> find(String name) {
    return list().stream()
        .filter(queue -> !queue.isSubscription() && queue.name().equals(name))
        .findFirst();
  }

  /** Delivers no further message, also after a restart of the broker. */
  void pause(BrokerQueue queue) {
    change(queue, "pause", JSON.createArrayBuilder().add(true).build());
  }

  void resume(BrokerQueue queue) {
    change(queue, "resume", JsonValue.EMPTY_JSON_ARRAY);
  }

  /**
   * Moves messages, with all that they say, to the end of another queue.
   *
   * @param filter of the broker; empty for all messages
   * @return how many
   */
  int move(String from, String filter, String to) {
    JsonArray arguments =
        JSON.createArrayBuilder().add(filter).add(existing(to).brokersName()).build();
    return count(change(existing(from), "moveMessages", arguments));
  }

  /**
   * @param filter of the broker; empty for all messages
   * @return how many
   */
  int remove(String name, String filter) {
    return count(
        change(existing(name), "removeMessages", JSON.createArrayBuilder().add(filter).build()));
  }

  private BrokerQueue existing(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("The broker has no queue " + name));
  }

  private static int count(JsonValue answer) {
    return ((JsonNumber) answer).intValue();
  }

  private JsonValue change(BrokerQueue queue, String operation, JsonArray arguments) {
    return broker.talk(Question.operation(resource(queue), operation, arguments)::ask);
  }

  private static String resource(BrokerQueue queue) {
    return "queue." + queue.brokersName();
  }

  /** Messages that wait in a queue, first those that come first. They stay where they are. */
  List<JsonObject> messages(String name, int limit) {
    return broker.talk(
        context -> {
          List<JsonObject> found = new ArrayList<>();
          try (QueueBrowser browser = context.createBrowser(context.createQueue(name))) {
            Enumeration<?> all = browser.getEnumeration();
            while (found.size() < limit && all.hasMoreElements()) {
              found.add(MessageJson.of((Message) all.nextElement()));
            }
          }
          return found;
        });
  }
}
