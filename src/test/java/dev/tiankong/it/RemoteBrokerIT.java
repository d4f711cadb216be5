package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broker of one's own takes the place of the one inside the server. */
@Tag("alone")
@Tag("long")
class RemoteBrokerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path FOLDER =
      Path.of(System.getProperty("test.home")).resolveSibling("remote-broker-home");

  private static RemoteBroker broker;
  private static Victim server;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    // Empties the folder.
    server = FaultSite.create(FOLDER, War.withFaults(), Map.of("TIANKONG_CHUNK_TOKENS", "256"));
    broker = new RemoteBroker(FOLDER.resolve("broker"));
    broker.start();
    server.startServer(broker.settings());
    client = Client.admin(server.uri());
  }

  @AfterAll
  static void stop() throws IOException {
    try (RemoteBroker atLast = broker;
        Victim first = server) {
      // Closed in this order: the server, then the broker.
    }
  }

  @Test
  void should_show_its_queues_and_hold_them_back() {
    assertThat(client.get("/api/v1/queues").json().getJsonArray("queues"))
        .extracting(queue -> queue.asJsonObject().getString("name"))
        .contains("tiankong.work", "tiankong.dead", "tiankong.submit", "tiankong.webhooks");
    String work = "/api/v1/queues/tiankong.work";
    assertThat(client.post(work + "/pause", "").json().getBoolean("paused")).isTrue();
    String batch;
    try {
      batch = client.submit(Texts.fresh(1));
      assertThat(messages(work)).isEqualTo(1);
      assertThat(client.get(batch).json().getString("state")).isEqualTo("QUEUED");
    } finally {
      client.post(work + "/resume", "");
    }
    assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
  }

  private static int messages(String queue) {
    return client.get(queue + "/messages").json().getJsonArray("messages").size();
  }

  @Test
  void should_record_what_it_gave_up_and_try_it_again() {
    String batch = client.submit(List.of("北[MASK]" + FaultSwitch.FIVE_TIMES));
    assertThat(client.finished(batch).getString("state")).isEqualTo("FAILED");

    assertThat(client.get("/api/v1/dead-letters").body())
        .contains(batch.substring(batch.lastIndexOf('/') + 1));
    client.post(batch + "/retry", "");

    assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
  }

  @Test
  void should_take_submits_of_those_who_are_known_to_both() throws JMSException {
    Account anna = Account.named("anna");
    assertThat(client.post(Account.USERS, anna.json("submitter")).status()).isEqualTo(201);

    try (BrokerClient submitter = new BrokerClient(broker.url(), "anna", RemoteBroker.PASSWORD)) {
      TextMessage message =
          submitter.context().createTextMessage(BrokerClient.body(List.of(Texts.CAPITAL)));
      message.setStringProperty("_AMQ_VALIDATED_USER", "admin");
      JsonObject answer = BrokerClient.json(submitter.submit(message));
      assertThat(answer.getString("owner")).as(answer.toString()).isEqualTo("anna");
    }
    try (BrokerClient other = new BrokerClient(broker.url(), "stranger", RemoteBroker.PASSWORD)) {
      var context = other.context();
      assertThatThrownBy(
              () -> context.createProducer().send(context.createQueue("tiankong.submit"), "[]"))
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @Test
  void should_lose_nothing_when_it_is_killed() throws Exception {
    Books books = new Books(server.database());
    String batch = client.submit(Texts.fresh(300));
    await().until(() -> client.get(batch).json().getInt("succeeded") > 0);

    broker.kill();
    Answer refused = client.post("/api/v1/batches", "[\"北[MASK]\"]");
    assertThat(refused.status()).as(refused.body()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(client.get("/api/v1/overview").body()).contains("BROKER_AWAY");
    broker.start();

    await().atMost(PATIENCE).until(() -> client.get("/api/v1/health/ready").status() == 200);
    client.finished(client.submit(Texts.fresh(1)));
    books.close("broker of one's own killed");
    assertThat(client.get(batch).json().getInt("succeeded")).isEqualTo(300);
  }
}
