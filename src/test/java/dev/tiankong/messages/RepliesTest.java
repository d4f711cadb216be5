package dev.tiankong.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

  @Test
  void should_answer_at_temporary_queues() throws JMSException {
    String name = UUID.randomUUID().toString();

    assertThat(mayBeAnswered("temp-queue://jms.tempqueue." + name)).isTrue();
    assertThat(mayBeAnswered("temp-queue://" + name)).isTrue();
  }

  @Test
  void should_answer_at_queues_that_were_made_for_it() throws JMSException {
    assertThat(mayBeAnswered("queue://tiankong.replies.orders")).isTrue();
    assertThat(mayBeAnswered("queue://jms.queue.tiankong.replies.orders")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "temp-queue://jms.queue.tiankong.webhooks",
        "temp-queue://jms.topic.tiankong.events",
        "temp-queue://tiankong.work",
        "temp-queue://activemq.management",
        "temp-queue://jms.tempqueue.x::jms.queue.tiankong.work",
        "temp-queue://tiankong.replies.orders",
        "temp-topic://jms.tempqueue.3f7c8a52-9d2e-4a63-8c17-2f8b1c0e9d44",
        "queue://3f7c8a52-9d2e-4a63-8c17-2f8b1c0e9d44",
        "queue://jms.queue.tiankong.webhooks",
        "queue://other.tiankong.replies.orders",
        "queue://tiankong.work::tiankong.replies.orders",
        "queue://tiankong.replies.orders::tiankong.work",
        "topic://tiankong.replies.orders",
        "tiankong.work"
      })
  void should_answer_nowhere_else_whatever_it_is_called(String address) throws JMSException {
    assertThat(mayBeAnswered(address)).isFalse();
  }

  private static boolean mayBeAnswered(String address) throws JMSException {
    return Replies.mayBeAnswered((Destination) ActiveMQDestination.fromPrefixedName(address));
  }
}
