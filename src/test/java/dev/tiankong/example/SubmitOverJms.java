package dev.tiankong.example;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * An application on the broker, with what an application server would configure: destinations and
 * the connection factory come from JNDI. Submits a batch, and waits for its end with a durable
 * subscription, which keeps events while the application is not connected.
 *
 * <pre>{@code
 * java SubmitOverJms 'tcp://127.0.0.1:61616?enable1xPrefixes=true&reconnectAttempts=-1' TOKEN-ID TOKEN
 * }</pre>
 */
public final class SubmitOverJms {

  private static final long PATIENCE_MILLIS = 60_000;

  private SubmitOverJms() {}

  public static void main(String[] args) throws NamingException, JMSException {
    System.out.println(run(args[0], args[1], args[2]));
  }

  /**
   * @param url the broker's, with the parameters of the connection
   * @param tokenId the user: the id of an operator's token, since only those hear of events
   * @return the event that tells the end of the batch
   */
  public static JsonObject run(String url, String tokenId, String token)
      throws NamingException, JMSException {
    Context names = new InitialContext(new Hashtable<>(jndi(url)));
    ConnectionFactory factory = (ConnectionFactory) names.lookup("tiankong");
    try (JMSContext jms = factory.createContext(tokenId, token)) {
      jms.setClientID("orders");
      JMSConsumer ends =
          jms.createDurableConsumer(
              (Topic) names.lookup("events"), "ends", "event = 'completed'", false);
      JsonObject batch = submit(jms, (Queue) names.lookup("submit"), "中国的首都是北[MASK]。");
      for (; ; ) {
        TextMessage end = (TextMessage) ends.receive(PATIENCE_MILLIS);
        if (end == null) {
          throw new JMSRuntimeException("The batch did not end in time");
        }
        if (end.getStringProperty("batchId").equals(batch.getString("id"))) {
          ends.close();
          // An application that comes back later keeps it.
          jms.unsubscribe("ends");
          return json(end);
        }
      }
    }
  }

  /** What a jndi.properties has. */
  private static Map<String, String> jndi(String url) {
    return Map.of(
        Context.INITIAL_CONTEXT_FACTORY,
        "org.apache.activemq.artemis.jndi.ActiveMQInitialContextFactory",
        "connectionFactory.tiankong",
        url,
        "queue.submit",
        "jms.queue.tiankong.submit",
        "topic.events",
        "jms.topic.tiankong.events");
  }

  private static JsonObject submit(JMSContext jms, Queue queue, String text) throws JMSException {
    TemporaryQueue answers = jms.createTemporaryQueue();
    String body =
        Json.createObjectBuilder()
            .add("texts", Json.createArrayBuilder(List.of(text)))
            .build()
            .toString();
    jms.createProducer().setJMSReplyTo(answers).send(queue, body);
    try (JMSConsumer consumer = jms.createConsumer(answers)) {
      TextMessage answer = (TextMessage) consumer.receive(PATIENCE_MILLIS);
      if (answer == null) {
        throw new JMSRuntimeException("The submit was not answered in time");
      }
      if (answer.getIntProperty("status") != 202) {
        throw new JMSRuntimeException(answer.getText());
      }
      return json(answer);
    }
  }

  private static JsonObject json(TextMessage message) throws JMSException {
    return Json.createReader(new StringReader(message.getText())).readObject();
  }
}
