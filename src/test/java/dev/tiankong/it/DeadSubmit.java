package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.dmr.ModelNode;

/** A submit over the broker that was delivered in vain, again and again, as the broker sees it. */
final class DeadSubmit {

  private static final String QUEUE = "tiankong.submit";

  private DeadSubmit() {}

  /**
   * @return its id
   */
  static String send(Account account, ManagementClient server) throws IOException, JMSException {
    Client operator = Client.admin();
    // Nobody is to take it before it is given up.
    operator.post("/api/v1/queues/" + QUEUE + "/pause", "");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      Message message = broker.context().createTextMessage(BrokerClient.body(Texts.fresh(1)));
      broker.context().createProducer().send(broker.context().createQueue(QUEUE), message);
      giveUp(server);
      return message.getJMSMessageID();
    } finally {
      operator.post("/api/v1/queues/" + QUEUE + "/resume", "");
    }
  }

  private static void giveUp(ManagementClient server) throws IOException {
    ModelNode all = new ModelNode();
    all.get("operation").set("send-messages-to-dead-letter-address");
    all.get("address")
        .add("subsystem", "messaging-activemq")
        .add("server", "default")
        .add("jms-queue", QUEUE);
    ModelNode answer = server.getControllerClient().execute(all);
    assertThat(answer.get("outcome").asString()).as(answer.toString()).isEqualTo("success");
  }
}
