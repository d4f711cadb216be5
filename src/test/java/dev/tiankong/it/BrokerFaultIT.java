package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker forgets what it had, or takes nothing more. */
@ExtendWith(FaultSite.class)
@Tag("alone")
class BrokerFaultIT {

  private static final String RESULTS = "select count(*) from item_result";

  @Test
  void should_be_closed_to_other_programs_unless_it_is_opened(Victim victim) throws IOException {
    assertThat(victim.listensOn()).hasSize(2).contains(victim.uri().getPort());
    // As clients came in when the broker shared the port of HTTP.
    String url =
        "tcp://127.0.0.1:%d?httpUpgradeEnabled=true&httpUpgradeEndpoint=http-acceptor&activemqServerName=default"
            .formatted(victim.uri().getPort());
    assertThatThrownBy(() -> new BrokerClient(url, "x", "x").close())
        .isInstanceOf(JMSRuntimeException.class)
        .isNotInstanceOf(JMSSecurityRuntimeException.class);
  }

  @Test
  @Tag("slow")
  void should_be_opened_on_a_port_of_its_own(Victim victim) throws Exception {
    int port = Victim.freePort();
    victim.stopServer();
    victim.startServer(
        Map.of(
            "TIANKONG_BROKER_ACCEPTOR",
            "true",
            "TIANKONG_BROKER_ACCEPTOR_PORT",
            Integer.toString(port)));

    assertThat(victim.listensOn()).hasSize(3).contains(port);
    JsonObject token =
        Client.admin(victim.uri())
            .post("/api/v1/tokens", "{\"name\": \"broker\", \"role\": \"submitter\"}")
            .json();
    String url = "tcp://127.0.0.1:%d?enable1xPrefixes=true".formatted(port);
    try (BrokerClient broker =
        new BrokerClient(url, token.getString("id"), token.getString("token"))) {
      Message message = broker.context().createTextMessage(BrokerClient.body(Texts.fresh(1)));
      assertThat(BrokerClient.json(broker.submit(message)).getString("owner")).isEqualTo("admin");
    }
  }

  @Test
  @Tag("slow")
  void should_send_again_what_was_in_a_deleted_journal(Victim victim, Books books)
      throws Exception {
    Client.admin(victim.uri()).submit(Texts.fresh(400));
    await().until(() -> books.number(RESULTS) > 0);
    victim.stopServer();
    assertThat(books.number("select count(*) from chunk where state = 'QUEUED'")).isPositive();
    Folder.delete(victim.journal());

    victim.startServer(Map.of("TIANKONG_CHUNK_LEASE", "PT5S"));
    books.close("broker's journal deleted");
    assertThat(books.number("select sum(failed) from batch")).isZero();
  }

  @Test
  @Tag("slow")
  void should_refuse_what_cannot_be_sent_while_the_disk_is_full(Victim victim, Books books)
      throws Exception {
    Client client = Client.admin(victim.uri());
    victim.stopServer();
    launchWithFullDisk(victim, client);

    for (int submit = 0; submit < 20; submit++) {
      long start = System.nanoTime();
      Answer answer = submitTwo(client);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
    assertThat(client.get("/api/v1/overview").body()).contains("BROKER_AWAY");
    assertThat(books.number("select count(*) from batch")).isZero();
    assertThat(books.number("select count(*) from item")).isZero();
  }

  @Test
  @Tag("slow")
  void should_hold_the_work_while_the_disk_is_full(Victim victim, Books books) throws Exception {
    Client client = Client.admin(victim.uri());
    client.submit(Texts.fresh(400));
    await().until(() -> books.number(RESULTS) > 0);
    victim.stopServer();
    ServerLog log = new ServerLog(victim.serverLog());
    launchWithFullDisk(victim, client);

    // The user's window is full: these are sent later.
    assertThat(submitTwo(client).status()).isEqualTo(202);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> log.since().stream().anyMatch(line -> line.contains("Workers are waiting")));
    assertThat(books.number("select sum(failed) from batch")).isZero();
    victim.stopServer();
    victim.startServer(Map.of());

    books.close("broker's disk full");
    assertThat(books.number("select sum(succeeded) from batch")).isEqualTo(402);
  }

  private static void launchWithFullDisk(Victim victim, Client client) throws IOException {
    // Any disk is fuller than that, and the window of a user who has a chunk in the queue is full.
    victim.launchServer(
        Map.of("TIANKONG_BROKER_MAX_DISK_USAGE", "1", "TIANKONG_DISPATCH_WINDOW", "1"));
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () -> client.get("/api/v1/health/ready").body().contains("does not accept a message"));
  }

  private static Answer submitTwo(Client client) {
    return client.post("/api/v1/batches", "[\"北[MASK]\", \"南[MASK]\"]");
  }
}
