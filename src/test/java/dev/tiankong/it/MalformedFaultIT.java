package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred requests that are no submissions: each is refused, and nothing stays behind. */
@ExtendWith(FaultSite.class)
@Tag("alone")
@Tag("long")
class MalformedFaultIT {

  private static final long MEBIBYTE = 1 << 20;

  @Test
  void should_refuse_malformed_requests_when_idle(Victim victim, Books books) throws Exception {
    Client client = Client.admin(victim.uri());
    assertAllRefused(client);
    JavaProcess server = new JavaProcess(victim.serverPid());
    long heap = server.liveHeap();
    assertAllRefused(client);
    assertAllRefused(client);

    assertThat(server.liveHeap() - heap).as("growth of the heap").isLessThan(8 * MEBIBYTE);
    assertThat(books.number("select count(*) from batch")).isZero();
  }

  @Test
  @Tag("slow")
  void should_refuse_malformed_requests_under_load(Victim victim, Books books) throws Exception {
    Client client = Client.admin(victim.uri());
    client.submit(Texts.fresh(2_000));
    await().until(() -> books.number("select count(*) from item_result") > 0);
    JavaProcess server = new JavaProcess(victim.serverPid());
    assertAllRefused(client);
    long heap = server.liveHeap();
    assertAllRefused(client);
    assertAllRefused(client);

    assertThat(server.liveHeap() - heap).as("growth of the heap").isLessThan(32 * MEBIBYTE);
    assertThat(books.open()).as("batches at work").isEqualTo(1);
    books.close("200 malformed requests, three times");
  }

  private static void assertAllRefused(Client client) {
    List<byte[]> bodies = MalformedBodies.all();
    assertThat(bodies).hasSize(200);
    for (int i = 0; i < bodies.size(); i++) {
      Answer answer = client.post("/api/v1/batches", bodies.get(i), "application/json");
      assertThat(answer.status()).as("body %d: %s", i, answer.body()).isBetween(400, 499);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }
}
