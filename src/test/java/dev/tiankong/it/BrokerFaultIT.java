package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker forgets what it had, or takes nothing more. */
@ExtendWith(FaultSite.class)
class BrokerFaultIT {

  private static final String RESULTS = "select count(*) from item_result";

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
  void should_refuse_submits_and_hold_the_work_while_the_disk_is_full(Victim victim, Books books)
      throws Exception {
    Client client = Client.admin(victim.uri());
    client.submit(Texts.fresh(400));
    await().until(() -> books.number(RESULTS) > 0);
    victim.stopServer();

    // Any disk is fuller than that.
    victim.launchServer(Map.of("TIANKONG_BROKER_MAX_DISK_USAGE", "1"));
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> client.get("/api/v1/health/ready").body().contains("broker"));
    assertThat(client.get("/api/v1/health/ready").body()).contains("AMQ");
    for (int submit = 0; submit < 20; submit++) {
      assertRefusedAtOnce(client);
    }
    assertThat(books.number("select count(*) from batch")).isEqualTo(1);
    assertThat(books.number("select sum(failed) from batch")).isZero();

    victim.stopServer();
    victim.startServer(Map.of());
    books.close("broker's disk full");
    assertThat(books.number("select sum(succeeded) from batch")).isEqualTo(400);
  }

  private static void assertRefusedAtOnce(Client client) {
    long start = System.nanoTime();
    Answer answer = client.post("/api/v1/batches", "[\"北[MASK]\", \"南[MASK]\"]");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }
}
