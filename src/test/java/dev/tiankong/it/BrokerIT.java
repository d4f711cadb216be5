package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiankong.example.SubmitOverJms;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application on the broker can do: submit, and listen to what happens. */
@ArquillianTest
class BrokerIT {

  private static final long PATIENCE_MILLIS = 60_000;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_take_a_batch_and_answer_where_it_was_asked_to() throws JMSException {
    Account account = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      Message message = broker.context().createTextMessage(BrokerClient.body(Texts.fresh(2)));
      message.setJMSCorrelationID("order 66");
      TextMessage answer = broker.submit(message);

      assertThat(answer.getJMSCorrelationID()).isEqualTo("order 66");
      assertThat(answer.getIntProperty("status")).isEqualTo(202);
      JsonObject status = BrokerClient.json(answer);
      assertThat(status.getString("owner")).isEqualTo(account.name());
      Client client = account.client();
      String batch = "/api/v1/batches/" + status.getString("id");
      assertThat(status.keySet()).isEqualTo(client.get(batch).json().keySet());
      assertThat(status.getJsonObject("links").getString("self")).endsWith(batch);
      assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
    }
  }

  @Test
  void should_serve_an_application_with_destinations_of_jndi_and_a_durable_subscription()
      throws Exception {
    JsonObject token = Account.make("operator").newToken("operator");

    JsonObject end =
        SubmitOverJms.run(
            BrokerClient.url() + "&reconnectAttempts=-1",
            token.getString("id"),
            token.getString("token"));

    assertThat(end.getString("state")).isEqualTo("COMPLETED");
    assertThat(end.getInt("succeeded")).isEqualTo(1);
  }

  @Test
  void should_take_bytes_and_the_messages_priority() throws JMSException {
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      BytesMessage message = broker.context().createBytesMessage();
      message.writeBytes(BrokerClient.body(Texts.fresh(1)).getBytes(StandardCharsets.UTF_8));
      var replies = broker.context().createTemporaryQueue();
      message.setJMSReplyTo(replies);
      broker
          .context()
          .createProducer()
          .setPriority(7)
          .send(broker.context().createQueue("tiankong.submit"), message);

      Message answer = broker.context().createConsumer(replies).receive(PATIENCE_MILLIS);
      assertThat(BrokerClient.json(answer).getInt("priority")).isEqualTo(7);
      assertThat(answer.getJMSCorrelationID()).isEqualTo(message.getJMSMessageID());
    }
  }

  @Test
  void should_make_one_batch_of_a_message_that_is_sent_twice_under_one_key() throws JMSException {
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      String body = BrokerClient.body(Texts.fresh(1));
      List<String> batches = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Message message = broker.context().createTextMessage(body);
        message.setStringProperty("idempotencyKey", "order-67");
        batches.add(BrokerClient.json(broker.submit(message)).getString("id"));
      }
      assertThat(batches.get(0)).isEqualTo(batches.get(1));

      Message other = broker.context().createTextMessage(BrokerClient.body(Texts.fresh(1)));
      other.setStringProperty("idempotencyKey", "order-67");
      assertThat(BrokerClient.json(broker.submit(other)).getString("type"))
          .endsWith(":idempotency-key-reused");
    }
  }

  @Test
  void should_answer_with_a_problem_document() throws JMSException {
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      TextMessage answer =
          broker.submit(broker.context().createTextMessage("{\"texts\": [\"x\"], \"topK\": 0}"));
      assertThat(answer.getIntProperty("status")).isEqualTo(422);
      assertThat(BrokerClient.json(answer).getString("type")).endsWith(":invalid-options");

      for (String body :
          List.of("{", "[\"\uD842[MASK]\"]", "{\"texts\": [\"x\"], \"topK\": 1e99999999999}")) {
        assertThat(
                BrokerClient.json(broker.submit(broker.context().createTextMessage(body)))
                    .getInt("status"))
            .isEqualTo(400);
      }
      assertThat(
              BrokerClient.json(broker.submit(broker.context().createMessage())).getInt("status"))
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tiankong.submit, 0",
    // The same queue by its full name.
    "tiankong.submit::jms.queue.tiankong.submit, 0",
    // Too large for one packet.
    "tiankong.submit::jms.queue.tiankong.submit, 200000"
  })
  void should_believe_the_broker_about_who_sent_a_message_and_not_the_message(
      String queue, int spaces) throws JMSException {
    Account account = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      String body = BrokerClient.body(Texts.fresh(1)) + " ".repeat(spaces);
      Message message = broker.context().createTextMessage(body);
      message.setStringProperty("_AMQ_VALIDATED_USER", "admin");

      assertThat(BrokerClient.json(broker.submit(queue, message)).getString("owner"))
          .isEqualTo(account.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "temp-queue://jms.queue.tiankong.submit.dead",
        "queue://jms.queue.tiankong.submit.dead"
      })
  void should_send_no_answer_to_where_its_sender_may_not_send(String address) throws JMSException {
    int before = queue("tiankong.submit.dead").getInt("added");
    int done = queue("tiankong.submit").getInt("acknowledged");
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      JMSContext context = broker.context();
      Message message = context.createTextMessage(BrokerClient.body(Texts.fresh(1)));
      // Past the JMS API, which would not write it so.
      ((ActiveMQMessage) message).getCoreMessage().putStringProperty("JMSReplyTo", address);
      context.createProducer().send(context.createQueue("tiankong.submit"), message);
    }
    // In one transaction with the answer.
    await()
        .atMost(Duration.ofMillis(PATIENCE_MILLIS))
        .until(() -> queue("tiankong.submit").getInt("acknowledged") > done);

    assertThat(queue("tiankong.submit.dead").getInt("added")).isEqualTo(before);
  }

  @Test
  void should_refuse_a_message_that_is_too_long_and_let_nobody_fill_the_disk() throws JMSException {
    Account account = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      BytesMessage tooLong = broker.context().createBytesMessage();
      tooLong.writeBytes(new byte[(1 << 24) + 1]);
      JsonObject answer = BrokerClient.json(broker.submit(tooLong));
      assertThat(answer.getString("type")).endsWith(":body-too-large");
    }
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      // More than the limit as the broker keeps it, and less as JSON is written.
      String body = BrokerClient.body(Collections.nCopies(100, "a".repeat(90_000)));
      Message message = broker.context().createTextMessage(body);

      assertThat(BrokerClient.json(broker.submit("tiankong.submit", message)).getInt("total"))
          .isEqualTo(100);
    }
    int before = queue("tiankong.submit").getInt("added");
    try (BrokerClient broker = BrokerClient.of(account, "submitter")) {
      BytesMessage endless = broker.context().createBytesMessage();
      endless.writeBytes(new byte[60 << 20]);
      JMSContext context = broker.context();

      assertThatThrownBy(
              () -> context.createProducer().send(context.createQueue("tiankong.submit"), endless))
          .isInstanceOf(JMSRuntimeException.class);
    }
    assertThat(queue("tiankong.submit").getInt("added")).isEqualTo(before);
  }

  @Test
  void should_refuse_who_may_not_submit_any_more() throws JMSException {
    Account account = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(account, "submitter");
        JMSContext transacted = broker.context().createContext(JMSContext.SESSION_TRANSACTED)) {
      var replies = broker.context().createTemporaryQueue();
      JMSConsumer answers = broker.context().createConsumer(replies);
      Message message = transacted.createTextMessage(BrokerClient.body(Texts.fresh(1)));
      message.setJMSReplyTo(replies);
      transacted.createProducer().send(transacted.createQueue("tiankong.submit"), message);
      // Behind it in the same session: the broker has let the message in when this returns.
      transacted.createTemporaryQueue();

      Client.admin().patch(account.path(), "{\"role\": \"viewer\"}");
      int done = queue("tiankong.submit").getInt("acknowledged");
      transacted.commit();

      // None if the broker has disconnected it before.
      Message answer = answers.receive(PATIENCE_MILLIS);
      if (answer != null) {
        assertThat(BrokerClient.json(answer).getInt("status")).isEqualTo(403);
      }
      await()
          .atMost(Duration.ofMillis(PATIENCE_MILLIS))
          .until(() -> queue("tiankong.submit").getInt("acknowledged") > done);
      assertThat(account.client().get("/api/v1/batches").json().getJsonArray("batches")).isEmpty();
    }
  }

  @Test
  void should_take_a_batch_whose_sender_does_not_wait_for_the_answer() throws JMSException {
    Account account = Account.make("submitter");
    int dead = queue("tiankong.submit.dead").getInt("added");
    try (BrokerClient broker = BrokerClient.of(account, "submitter");
        JMSContext transacted = broker.context().createContext(JMSContext.SESSION_TRANSACTED)) {
      TemporaryQueue replies = broker.context().createTemporaryQueue();
      Message message = transacted.createTextMessage(BrokerClient.body(Texts.fresh(1)));
      message.setJMSReplyTo(replies);
      transacted.createProducer().send(transacted.createQueue("tiankong.submit"), message);
      replies.delete();
      transacted.commit();
    }

    await()
        .atMost(Duration.ofMillis(PATIENCE_MILLIS))
        .until(() -> queue("tiankong.submit").getInt("depth") == 0);
    assertThat(account.client().get("/api/v1/batches").json().getJsonArray("batches")).hasSize(1);
    assertThat(queue("tiankong.submit.dead").getInt("added")).isEqualTo(dead);
  }

  private static JsonObject queue(String name) {
    return Client.admin().get("/api/v1/queues").ok().getJsonArray("queues").stream()
        .map(JsonValue::asJsonObject)
        .filter(queue -> queue.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void should_let_nobody_in_without_a_good_token() {
    Account account = Account.make("submitter");
    JsonObject token = account.newToken("submitter");
    account.client().delete("/api/v1/tokens/" + token.getString("id"));

    refuses(token.getString("id"), token.getString("token"));
    refuses(account.newToken("submitter").getString("id"), "tk_wrong");
    refuses(account.name(), account.password());
    refuses(null, null);
  }

  private static void refuses(String user, String password) {
    assertThatThrownBy(() -> new BrokerClient(user, password).close())
        .isInstanceOf(JMSSecurityRuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiankong.work",
        "tiankong.dead",
        "tiankong.submit.dead",
        "tiankong.webhooks",
        "activemq.management",
        "tiankong.other"
      })
  void should_close_every_other_queue_to_everybody(String queue) {
    try (BrokerClient broker = BrokerClient.of(Account.make("operator"), "operator")) {
      var context = broker.context();
      assertThatThrownBy(() -> context.createProducer().send(context.createQueue(queue), "x"))
          .isInstanceOf(JMSRuntimeException.class);
      assertThatThrownBy(() -> context.createConsumer(context.createQueue(queue)).close())
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @Test
  void should_tell_operators_what_happens_to_batches() throws JMSException {
    Account owner = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(Account.make("operator"), "operator");
        JMSConsumer events =
            broker
                .context()
                .createConsumer(
                    broker.context().createTopic("tiankong.events"),
                    "owner = '%s'".formatted(owner.name()))) {
      String batch = owner.client().submit(Texts.fresh(1));
      owner.client().finished(batch);
      owner.client().delete(batch);

      assertThat(names(events, 4)).containsExactly("submitted", "started", "completed", "deleted");

      String refused = owner.client().submit(List.of("没有"));
      owner.client().post(refused + "/cancel", "");
      assertThat(names(events, 2)).containsExactly("submitted", "completed");

      String paused = owner.client().submit(Texts.fresh(600));
      for (String verb : List.of("pause", "pause", "cancel", "cancel")) {
        owner.client().post(paused + "/" + verb, "");
      }
      List<String> names = names(events, 3);
      assertThat(names).contains("submitted");
      Message last = names.contains("started") ? events.receive(PATIENCE_MILLIS) : null;
      assertThat(last == null ? names.get(2) : last.getStringProperty("event"))
          .isEqualTo("cancelled");
    }
  }

  private static List<String> names(JMSConsumer events, int count) throws JMSException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Message event = events.receive(PATIENCE_MILLIS);
      assertThat(event).as("event after " + names).isNotNull();
      JsonObject json = BrokerClient.json(event);
      assertThat(json.getString("state")).isEqualTo(event.getStringProperty("state"));
      assertThat(json.getString("batchId")).isEqualTo(event.getStringProperty("batchId"));
      names.add(event.getStringProperty("event"));
    }
    return names;
  }

  @Test
  void should_keep_events_for_a_durable_subscriber_who_is_away() throws JMSException {
    Account operator = Account.make("operator");
    Account owner = Account.make("submitter");
    try (BrokerClient broker = BrokerClient.of(operator, "operator")) {
      subscribe(broker).close();
    }
    owner.client().finished(owner.client().submit(Texts.fresh(1)));

    try (BrokerClient broker = BrokerClient.of(operator, "operator")) {
      try (JMSConsumer events = subscribe(broker)) {
        Message event = events.receive(PATIENCE_MILLIS);
        while (!event.getStringProperty("owner").equals(owner.name())) {
          event = events.receive(PATIENCE_MILLIS);
        }
        assertThat(event.getStringProperty("event")).isEqualTo("submitted");
      }
      broker.context().unsubscribe("dashboard");
    }
  }

  private static JMSConsumer subscribe(BrokerClient broker) {
    broker.context().setClientID("dashboard");
    return broker
        .context()
        .createDurableConsumer(broker.context().createTopic("tiankong.events"), "dashboard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token revoked", "user deleted", "role lost"})
  void should_close_the_connection_of_a_subscriber_who_may_no_longer_listen(String how) {
    Account account = Account.make("operator");
    JsonObject token = account.newToken("operator");
    AtomicBoolean closed = new AtomicBoolean();
    try (BrokerClient broker = new BrokerClient(token.getString("id"), token.getString("token"))) {
      JMSContext context = broker.context();
      context.setExceptionListener(e -> closed.set(true));
      context.createConsumer(context.createTopic("tiankong.events"));

      switch (how) {
        case "token revoked" -> account.client().delete("/api/v1/tokens/" + token.getString("id"));
        case "user deleted" -> Client.admin().delete(account.path());
        default -> Client.admin().patch(account.path(), "{\"role\": \"submitter\"}");
      }

      await().atMost(Duration.ofSeconds(10)).untilTrue(closed);
    }
  }

  @Test
  void should_tell_nobody_else() {
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      var context = broker.context();
      assertThatThrownBy(() -> context.createConsumer(context.createTopic("tiankong.events")))
          .isInstanceOf(JMSRuntimeException.class);
      assertThatThrownBy(
              () -> context.createProducer().send(context.createTopic("tiankong.events"), "x"))
          .isInstanceOf(JMSRuntimeException.class);
    }
  }
}
