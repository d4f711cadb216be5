package dev.tiankong.management;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/**
 * What can be asked of something in the broker.
 *
 * @param resource such as {@code broker}, or {@code queue.} and the name of a queue
 * @param property names what {@code value} is
 * @param value an operation, or an attribute
 * @param arguments of an operation
 */
public record Question(String resource, String property, String value, JsonArray arguments) {

  private static final String ADDRESS = "activemq.management";
  private static final long PATIENCE_MILLIS = 5_000;

  private static final String NO_FILTER =
      """
      {"field": "", "operation": "", "value": ""}""";

  public static Question operation(String resource, String name, JsonArray arguments) {
    return new Question(resource, "_AMQ_OperationName", name, arguments);
  }

  public static Question attribute(String resource, String name) {
    return new Question(resource, "_AMQ_Attribute", name, JsonValue.EMPTY_JSON_ARRAY);
  }

  /** An operation of the broker that lists things, asked for all of them in one answer. */
  public static Question list(String name) {
    return operation(
        "broker", name, JSON.createArrayBuilder().add(NO_FILTER).add(-1).add(-1).build());
  }

  /**
   * What a list holds.
   *
   * @throws JMSException if the broker does not answer
   * @throws BrokerRefusalException if it cannot do what it is told
   */
  public List<JsonObject> askForList(JMSContext context) throws JMSException {
    String answer = ((JsonString) ask(context)).getString();
    try (JsonReader reader = JSON.createReader(new StringReader(answer))) {
      return List.copyOf(reader.readObject().getJsonArray("data").getValuesAs(JsonObject.class));
    }
  }

  /**
   * @return what the broker answers; null if that is nothing
   * @throws JMSException if it does not answer
   * @throws BrokerRefusalException if it cannot do what it is told
   */
  public JsonValue ask(JMSContext context) throws JMSException {
    TemporaryQueue answers = context.createTemporaryQueue();
    try (JMSConsumer consumer = context.createConsumer(answers)) {
      TextMessage message = context.createTextMessage(arguments.toString());
      message.setJMSReplyTo(answers);
      message.setStringProperty("_AMQ_ResourceName", resource);
      message.setStringProperty(property, value);
      context.createProducer().send(context.createQueue(ADDRESS), message);
      return read((TextMessage) consumer.receive(PATIENCE_MILLIS));
    } finally {
      answers.delete();
    }
  }

  private JsonValue read(TextMessage answer) throws JMSException {
    if (answer == null) {
      throw new JMSRuntimeException("no response from the management address");
    }
    if (!answer.getBooleanProperty("_AMQ_OperationSucceeded")) {
      throw new BrokerRefusalException(
          "%s of %s failed: %s".formatted(value, resource, answer.getText()));
    }
    if (answer.getText() == null) {
      return JsonValue.NULL;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(answer.getText()))) {
      JsonArray result = reader.readArray();
      return result.isEmpty() ? JsonValue.NULL : result.get(0);
    }
  }
}
