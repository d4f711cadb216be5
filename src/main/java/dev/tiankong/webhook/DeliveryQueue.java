package dev.tiankong.webhook;

import dev.tiankong.naming.ResourceNames;
import dev.tiankong.outage.QueueUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.UUID;

/** Wakes a sender for a delivery, now or later, as part of the running transaction. */
@ApplicationScoped
class DeliveryQueue {

  private static final String DELIVERY = "delivery";
  private static final String ATTEMPTS = "attempts";

  // Not an injected context: that one looks names up which are not there after a commit, when a
  // batch may hear of its last result.
  @Resource(lookup = ResourceNames.BROKER)
  ConnectionFactory connections;

  @Resource(lookup = ResourceNames.WEBHOOK_QUEUE)
  Queue queue;

  /** What a message asks for: the attempt after so many. */
  record Due(UUID delivery, int attempts) {}

  @Transactional(TxType.MANDATORY)
  void send(Delivery delivery, Duration delay) {
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryDelay(delay.toMillis())
          .setProperty(DELIVERY, delivery.id().toString())
          .setProperty(ATTEMPTS, delivery.attempts())
          .send(queue, context.createMessage());
    } catch (JMSRuntimeException e) {
      throw new QueueUnavailableException(
          "The broker does not accept a delivery: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException if somebody else's message came into the queue
   */
  static Due read(Message message) {
    try {
      return new Due(
          UUID.fromString(message.getStringProperty(DELIVERY)), message.getIntProperty(ATTEMPTS));
    } catch (JMSException | NullPointerException | IllegalArgumentException e) {
      throw new IllegalArgumentException("The message has no delivery id", e);
    }
  }
}
