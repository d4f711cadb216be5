package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.jms.Message;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

  private final ClientMessage sent = new ClientMessageImpl();
  private final Message received = new ActiveMQMessage(sent, null);

  @Test
  void should_read_which_attempt_at_which_delivery_is_due() {
    UUID delivery = UUID.randomUUID();
    sent.putStringProperty("delivery", delivery.toString());
    sent.putIntProperty("attempts", 3);

    assertThat(DeliveryQueue.read(received)).isEqualTo(new DeliveryQueue.Due(delivery, 3));
  }

  @Test
  void should_know_a_message_that_names_no_delivery() {
    assertForeign();

    sent.putStringProperty("delivery", "order 66");
    sent.putIntProperty("attempts", 3);
    assertForeign();

    sent.putStringProperty("delivery", UUID.randomUUID().toString());
    sent.putStringProperty("attempts", "many");
    assertForeign();

    sent.removeProperty("attempts");
    assertForeign();
  }

  private void assertForeign() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeliveryQueue.read(received))
        .withMessage("The message has no delivery id");
  }
}
