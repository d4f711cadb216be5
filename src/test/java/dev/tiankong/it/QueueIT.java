package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of the broker's queues, and do to them. */
@ArquillianTest
class QueueIT {

  private static final String WORK = "/api/v1/queues/tiankong.work";
  private static final String SUBMIT = "/api/v1/queues/tiankong.submit";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Client operator = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_show_every_queue_of_the_product_and_no_other() {
    assertThat(list("queues"))
        .extracting(queue -> queue.getString("name"))
        .contains(
            "tiankong.dead",
            "tiankong.submit",
            "tiankong.submit.dead",
            "tiankong.webhooks",
            "tiankong.work")
        .allMatch(name -> name.startsWith("tiankong."))
        .doesNotHaveDuplicates();
  }

  @Test
  void should_count_what_comes_in_and_what_goes() {
    JsonObject before = work();
    operator.finished(operator.submit(Texts.fresh(1)));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonObject now = work();
              assertThat(now.getInt("added")).isGreaterThan(before.getInt("added"));
              assertThat(now.getInt("acknowledged")).isGreaterThan(before.getInt("acknowledged"));
              assertThat(now.getInt("consumers")).isEqualTo(2);
            });
  }

  @Test
  void should_hold_messages_back_while_paused_and_let_people_look_at_them() {
    Account account = Account.make("operator");
    assertThat(account.client().post(WORK + "/pause", "").json().getBoolean("paused")).isTrue();
    try {
      String batch = operator.submit(Texts.fresh(1));
      String id = batch.substring(batch.lastIndexOf('/') + 1);
      JsonObject message =
          await().atMost(PATIENCE).until(() -> message(id), found -> found != null);

      assertThat(message.getInt("chunk")).isZero();
      assertThat(message.getInt("deliveries")).isZero();
      assertThat(message.getInt("priority")).isEqualTo(4);
      assertThat(message.getJsonObject("messageProperties").getString("batch")).isEqualTo(id);
      assertThat(message(id)).as("still there").isEqualTo(message);
      JsonObject queue = work();
      assertThat(queue.getBoolean("paused")).isTrue();
      assertThat(queue.getInt("depth")).isPositive();
      assertThat(queue.isNull("oldestSeconds")).isFalse();
      assertThat(operator.get(batch).json().getString("state")).isEqualTo("QUEUED");

      assertThat(account.client().post(WORK + "/resume", "").json().getBoolean("paused")).isFalse();
      assertThat(operator.finished(batch).getString("state")).isEqualTo("COMPLETED");
    } finally {
      operator.post(WORK + "/resume", "");
    }
    assertThat(
            operator
                .get("/api/v1/audit")
                .json()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class))
        .filteredOn(entry -> entry.getString("user").equals(account.name()))
        .extracting(entry -> entry.getString("path"))
        .containsExactly(WORK + "/resume", WORK + "/pause");
  }

  @Test
  void should_drop_the_messages_of_a_batch_that_was_deleted() {
    int dead = queue("tiankong.dead").getInt("added");
    operator.post(WORK + "/pause", "");
    try {
      String batch = operator.submit(Texts.fresh(1));
      operator.post(batch + "/cancel", "");
      operator.delete(batch);
    } finally {
      operator.post(WORK + "/resume", "");
    }
    await().atMost(PATIENCE).until(() -> work().getInt("depth") == 0);
    assertThat(queue("tiankong.dead").getInt("added")).isEqualTo(dead);
  }

  @Test
  void should_show_the_beginning_of_a_text() throws JMSException {
    operator.post(SUBMIT + "/pause", "");
    try (BrokerClient broker = BrokerClient.of(Account.make("submitter"), "submitter")) {
      String text = BrokerClient.body(Texts.fresh(1)) + " ".repeat(3_000);
      Message sent = broker.context().createTextMessage(text);
      broker.context().createProducer().send(broker.context().createQueue("tiankong.submit"), sent);

      String id = sent.getJMSMessageID();
      JsonObject message =
          messages(SUBMIT).stream()
              .filter(found -> found.getString("id").equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(message.getString("body")).hasSize(2_000).isEqualTo(text.substring(0, 2_000));
      assertThat(message.getInt("bodyLength")).isEqualTo(text.length());
    } finally {
      operator.post(SUBMIT + "/resume", "");
    }
  }

  @Test
  void should_keep_a_sample_every_ten_seconds() {
    // What came before the first sample is in no rate.
    operator.run("sample-queues");
    operator.finished(operator.submit(Texts.fresh(1)));

    List<JsonObject> samples =
        await()
            .atMost(PATIENCE)
            // The text may come in before a sample and go out after it.
            .until(
                this::samples,
                found -> moved(found, "inPerSecond") && moved(found, "outPerSecond"));
    assertThat(samples).extracting(sample -> sample.getString("at")).isSorted();
  }

  private static boolean moved(List<JsonObject> samples, String way) {
    return samples.stream().anyMatch(sample -> rate(sample, way) > 0);
  }

  private List<JsonObject> samples() {
    return operator
        .get(WORK + "/history")
        .json()
        .getJsonArray("samples")
        .getValuesAs(JsonObject.class);
  }

  @Test
  void should_show_who_listens_to_events() {
    try (BrokerClient broker = BrokerClient.of(Account.make("operator"), "operator");
        JMSConsumer ignored =
            broker.context().createConsumer(broker.context().createTopic("tiankong.events"))) {
      assertThat(list("subscriptions"))
          .anySatisfy(
              subscription -> {
                assertThat(subscription.getString("topic")).isEqualTo("tiankong.events");
                assertThat(subscription.getInt("consumers")).isEqualTo(1);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiankong.none", "activemq.management", "tiankong.events"})
  void should_name_the_queue_that_is_not_there(String name) {
    String path = "/api/v1/queues/" + name;
    for (Answer answer :
        List.of(
            operator.get(path + "/history"),
            operator.get(path + "/messages"),
            operator.post(path + "/pause", ""),
            operator.post(path + "/resume", ""))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().getString("detail")).contains(name);
    }
  }

  @Test
  void should_be_for_operators() {
    Client submitter = Account.make("submitter").client();
    assertThat(submitter.get("/api/v1/queues").status()).isEqualTo(403);
    assertThat(submitter.post(WORK + "/pause", "").status()).isEqualTo(403);
    assertThat(operator.get(WORK + "/messages?limit=0").status()).isEqualTo(400);
  }

  private JsonObject message(String batch) {
    return messages(WORK).stream()
        .filter(message -> message.getString("batch", "").equals(batch))
        .findFirst()
        .orElse(null);
  }

  private List<JsonObject> messages(String queue) {
    return operator
        .get(queue + "/messages?limit=1000")
        .json()
        .getJsonArray("messages")
        .getValuesAs(JsonObject.class);
  }

  private JsonObject work() {
    return queue("tiankong.work");
  }

  private JsonObject queue(String name) {
    return list("queues").stream()
        .filter(queue -> queue.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> list(String kind) {
    return operator.get("/api/v1/queues").json().getJsonArray(kind).getValuesAs(JsonObject.class);
  }

  private static double rate(JsonObject sample, String which) {
    return sample.getJsonNumber(which).doubleValue();
  }
}
