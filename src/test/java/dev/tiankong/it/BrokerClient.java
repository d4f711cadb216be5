package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.openapi.MessagingDocument;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An application that sits on the broker, in a JVM of its own. */
final class BrokerClient implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 30_000;

  private final ActiveMQConnectionFactory factory;
  private final JMSContext context;

  /** As somebody whose password is wrong, for example. */
  BrokerClient(String user, String password) {
    this(url(), user, password);
  }

  /** Where the broker of the server that all tests share is reached: with TLS, as HTTPS is on. */
  static String url() {
    return "tcp://127.0.0.1:%s?sslEnabled=true&trustAll=true&verifyHost=false&enable1xPrefixes=true"
        .formatted(System.getenv("TIANKONG_BROKER_ACCEPTOR_PORT"));
  }

  /** At another broker. */
  BrokerClient(String url, String user, String password) {
    factory = new ActiveMQConnectionFactory(url);
    context = factory.createContext(user, password);
  }

  /** With a token that was made just now. */
  static BrokerClient of(Account account, String role) {
    JsonObject token = account.newToken(role);
    return new BrokerClient(token.getString("id"), token.getString("token"));
  }

  JMSContext context() {
    return context;
  }

  static String body(List<String> texts) {
    return Json.createObjectBuilder()
        .add("texts", Json.createArrayBuilder(texts))
        .build()
        .toString();
  }

  /** Sends a submit, and waits for its answer. */
  TextMessage submit(Message message) throws JMSException {
    return submit("tiankong.submit", message);
  }

  /**
   * @param queue a name of the one for submits
   */
  TextMessage submit(String queue, Message message) throws JMSException {
    var replies = context.createTemporaryQueue();
    message.setJMSReplyTo(replies);
    try (JMSConsumer consumer = context.createConsumer(replies)) {
      context.createProducer().send(context.createQueue(queue), message);
      TextMessage answer = (TextMessage) consumer.receive(PATIENCE_MILLIS);
      assertThat(answer).as("the answer").isNotNull();
      return answer;
    }
  }

  /** What an answer or an event holds, once it was held against the AsyncAPI document. */
  static JsonObject json(Message message) throws JMSException {
    String text = ((TextMessage) message).getText();
    if (message.propertyExists("event")) {
      MessagingDocument.check(
          "Event", properties(message, "event", "batchId", "owner", "state"), text);
    } else {
      Map<String, Object> headers = properties(message, "status");
      headers.put("JMSCorrelationID", message.getJMSCorrelationID());
      MessagingDocument.check(
          headers.get("status").equals(202) ? "Stored" : "Refused", headers, text);
    }
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static Map<String, Object> properties(Message message, String... names)
      throws JMSException {
    Map<String, Object> properties = new HashMap<>();
    for (String name : names) {
      properties.put(name, message.getObjectProperty(name));
    }
    return properties;
  }

  @Override
  public void close() {
    context.close();
    factory.close();
  }
}
