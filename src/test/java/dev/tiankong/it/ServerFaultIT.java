package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The JVM of the server goes without a word. */
@ExtendWith(FaultSite.class)
@Tag("alone")
class ServerFaultIT {

  private static final String RESULTS = "select count(*) from item_result";

  // The same moments at each run, as far as moments can be the same.
  private final Random random = new Random(4);

  @Test
  void should_lose_nothing_when_the_server_is_killed(Victim victim, Books books) throws Exception {
    String batch = Client.admin(victim.uri()).submit(Texts.fresh(300));
    killAtWork(victim, books);

    books.close("server killed once");
    assertThat(Client.admin(victim.uri()).get(batch).ok().getInt("succeeded")).isEqualTo(300);
  }

  @Test
  @Tag("slow")
  void should_lose_nothing_when_the_server_is_killed_ten_times(Victim victim, Books books)
      throws Exception {
    Client client = Client.admin(victim.uri());
    client.submit(Texts.fresh(2_000));
    for (int kill = 1; kill <= 10; kill++) {
      if (books.open() == 0) {
        client.submit(Texts.fresh(2_000));
      }
      killAtWork(victim, books);
    }

    books.close("server killed ten times");
    assertThat(books.number("select sum(failed) from batch")).isZero();
  }

  /** Kills the server a moment after it began to answer texts, and starts it again. */
  private void killAtWork(Victim victim, Books books)
      throws SQLException, IOException, InterruptedException {
    long before = books.number(RESULTS);
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> books.number(RESULTS) > before);
    Thread.sleep(random.nextInt(2_000));
    victim.killServer();
    victim.startServer(Map.of());
  }

  @Test
  @Tag("slow")
  void should_finish_what_was_prepared_when_the_server_died_before_the_commit(
      Victim victim, Books books) throws Exception {
    victim.stopServer();
    victim.startServer(Map.of("TIANKONG_JAVA_OPTS", byteman("die-before-commit.btm")));
    String batch = Client.admin(victim.uri()).submit(Texts.fresh(200));
    await().atMost(Duration.ofMinutes(1)).until(() -> !victim.serverLives());
    assertThat(books.number("select count(*) from pg_prepared_xacts"))
        .as("transactions that are prepared, but not committed")
        .isPositive();

    victim.startServer(Map.of());
    books.close("JVM dies between prepare and commit");
    assertThat(Client.admin(victim.uri()).get(batch).ok().getInt("succeeded")).isEqualTo(200);
    assertThat(books.number("select count(*) from pg_prepared_xacts")).isZero();
  }

  private static String byteman(String rule) {
    return "-javaagent:%s=script:%s -Dorg.jboss.byteman.transform.all=true"
            .formatted(
                System.getProperty("byteman"), Path.of("src/test/byteman", rule).toAbsolutePath())
        + " -Djboss.modules.system.pkgs=org.jboss.byteman";
  }
}
