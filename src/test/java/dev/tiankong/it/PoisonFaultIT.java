package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.local.Victim;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One text among a hundred good ones breaks whatever works on it. */
@ExtendWith(FaultSite.class)
@Tag("alone")
class PoisonFaultIT {

  private static final int PLACE = 57;

  @Test
  @Tag("slow")
  void should_fail_a_text_alone_that_throws(Victim victim, Books books) throws Exception {
    submit(victim, FaultSwitch.ALWAYS);
    assertThat(restartsUntilDone(victim, books)).isZero();
    assertThat(books.attempts("FAILED")).as("attempts that failed").isGreaterThanOrEqualTo(4);
    assertThat(books.attempts("LOST")).as("attempts that were lost").isZero();

    assertFailedAlone(victim, books, "text that throws", "The engine broke down");
  }

  @Test
  @Tag("slow")
  void should_fail_a_text_alone_that_halts_the_machine(Victim victim, Books books)
      throws Exception {
    submit(victim, FaultSwitch.HALT);
    int chunk = largestChunk(books);
    int restarts = restartsUntilDone(victim, books);

    assertThat(restarts).isBetween(1, 4 + ceilOfLog2(chunk));
    assertThat(books.attempts("LOST")).as("attempts that were lost").isGreaterThanOrEqualTo(4);
    assertThat(books.attempts("FAILED")).as("attempts that failed").isZero();
    assertFailedAlone(victim, books, "text that halts the JVM", "the worker did not answer");
  }

  /** As the launcher starts it, the JVM goes when its heap is used up. */
  @Test
  @Tag("slow")
  void should_fail_a_text_alone_that_exhausts_memory(Victim victim, Books books) throws Exception {
    submit(victim, FaultSwitch.EXHAUST);
    int chunk = largestChunk(books);
    int restarts = restartsUntilDone(victim, books);

    assertThat(restarts).isBetween(1, 4 + ceilOfLog2(chunk));
    assertFailedAlone(victim, books, "text that exhausts memory", "the worker did not answer");
  }

  private static void submit(Victim victim, String poison) {
    List<String> texts = new ArrayList<>(Texts.fresh(101));
    texts.set(PLACE, "北[MASK]" + poison);
    Client.admin(victim.uri()).submit(texts);
  }

  private static int largestChunk(Books books) throws SQLException {
    return (int) books.number("select max(last_index - first_index + 1) from chunk");
  }

  private static int ceilOfLog2(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number - 1);
  }

  /** Starts the server each time that it has gone, as a supervisor does. */
  private static int restartsUntilDone(Victim victim, Books books)
      throws SQLException, IOException, InterruptedException {
    int restarts = 0;
    while (books.open() > 0) {
      if (!victim.serverLives()) {
        restarts++;
        assertThat(restarts).as("restarts").isLessThan(30);
        victim.launchServer(Map.of());
      }
      Thread.sleep(100);
    }
    return restarts;
  }

  private static void assertFailedAlone(Victim victim, Books books, String fault, String lastError)
      throws Exception {
    victim.awaitReady();
    books.close(fault);
    assertThat(books.number("select sum(succeeded) from batch")).isEqualTo(100);
    String batch = "/api/v1/batches/" + books.text("select id from batch");
    JsonObject failed =
        Items.of(Client.admin(victim.uri()).get(batch + "/results?limit=101")).get(PLACE);
    assertThat(failed.getString("state")).isEqualTo("FAILED");
    assertThat(failed.getJsonObject("error").getString("code")).isEqualTo("ATTEMPTS_EXHAUSTED");
    assertThat(failed.getJsonObject("error").getString("message")).contains(lastError);
  }
}
