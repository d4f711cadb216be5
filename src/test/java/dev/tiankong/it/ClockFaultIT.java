package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leases and retention go by the database's clock: the server's may be wrong. */
@ExtendWith(FaultSite.class)
@Tag("alone")
class ClockFaultIT {

  private static final String KEPT = "select count(*) from known_answer";

  @Test
  @Tag("slow")
  void should_neither_send_again_nor_forget_nor_delete_when_the_clock_is_stepped(
      Victim victim, Books books) throws Exception {
    Client client = Client.admin(victim.uri());
    client.finished(client.submit(Texts.fresh(20)));
    assertThat(books.number(KEPT)).isEqualTo(20);
    victim.stopServer();
    Path step = victim.folder().resolve(ClockSwitch.FILE);
    String kept;
    ServerLog log = new ServerLog(victim.serverLog());
    try {
      // Retention runs at the start, and every answer seems to be an hour old.
      Files.writeString(step, "PT1H");
      victim.startServer(Map.of("TIANKONG_CACHE_TTL", "PT30M", "TIANKONG_CHUNK_LEASE", "PT10M"));
      String batch = client.submit(Texts.fresh(1_500));
      awaitMoreResults(books);
      Files.writeString(step, "-PT1H");
      awaitMoreResults(books);
      kept = client.submit(Texts.fresh(1), Json.createObjectBuilder().add("ttl", "PT30M"));
      client.finished(kept);
      // The sweeps look every twenty seconds.
      Thread.sleep(Duration.ofSeconds(25).toMillis());
      // The first ones may be done by now.
      String more = client.submit(Texts.fresh(600));
      Files.writeString(step, "PT1H");
      awaitMoreResults(books);
      client.finished(batch);
      client.finished(more);
    } finally {
      Files.deleteIfExists(step);
    }

    books.close("clock stepped an hour forward, back, and forward");
    assertThat(client.get(kept).status()).isEqualTo(200);
    assertThat(books.number(KEPT)).isEqualTo(2_121);
    assertThat(books.number("select sum(failed) from batch")).isZero();
    assertThat(log.since()).noneMatch(line -> line.contains("Resent the messages"));
  }

  private static void awaitMoreResults(Books books) throws Exception {
    long before = books.number("select count(*) from item_result");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> books.number("select count(*) from item_result") > before);
  }
}
