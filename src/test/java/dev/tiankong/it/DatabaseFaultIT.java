package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** PostgreSQL goes without a word, while workers work and people submit, and comes back. */
@ExtendWith(FaultSite.class)
@Tag("alone")
@Tag("long")
class DatabaseFaultIT {

  /** The connection ends when all statements are through, and the commit has begun. */
  private static final String BREAK_OFF =
      """
      create function go_away() returns trigger language plpgsql as $$
      begin
        perform pg_terminate_backend(pg_backend_pid());
        return null;
      end
      $$;
      create constraint trigger gone after %s on %s deferrable initially deferred
        for each row execute function go_away();
      """;

  private static final String COMMIT_AGAIN = "drop function go_away cascade";

  @Test
  void should_go_on_when_the_database_was_away_for_five_seconds(Victim victim, Books books)
      throws Exception {
    survive(victim, books, Duration.ofSeconds(5));
  }

  @Test
  @Tag("slow")
  void should_go_on_when_the_database_was_away_for_a_minute(Victim victim, Books books)
      throws Exception {
    survive(victim, books, Duration.ofMinutes(1));
  }

  /** With the broker in the transaction, and without. */
  @ParameterizedTest
  @CsvSource({
    "batch, /api/v1/batches, [\"x\"]",
    "api_token, /api/v1/tokens, '{\"name\": \"x\", \"role\": \"viewer\"}'"
  })
  void should_ask_for_patience_when_the_database_goes_in_the_middle_of_a_commit(
      String table, String path, String body, Victim victim, Books books) throws Exception {
    Client client = Client.admin(victim.uri());
    String count = "select count(*) from " + table;
    long before = books.number(count);
    ServerLog log = new ServerLog(victim.serverLog());
    books.run(BREAK_OFF.formatted("insert", table));
    try {
      isUnavailable(client.post(path, body));
    } finally {
      books.run(COMMIT_AGAIN);
    }

    assertThat(books.number(count)).isEqualTo(before);
    // What nobody can decide any more, recovery would complain of for ever.
    assertThat(log.since()).noneMatch(line -> line.contains("heuristic"));
  }

  @Test
  void should_answer_what_was_done_when_the_database_goes_afterwards(Victim victim, Books books)
      throws Exception {
    Client client = Client.admin(victim.uri());
    ServerLog log = new ServerLog(victim.serverLog());
    books.run(BREAK_OFF.formatted("update", "audit"));
    Answer answer;
    try {
      answer = client.post("/api/v1/batches", "[\"x\"]");
    } finally {
      books.run(COMMIT_AGAIN);
    }

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(log.since()).anyMatch(line -> line.contains("could not record the status 202"));
    books.close("PostgreSQL away when a call ends");
  }

  @Test
  void should_say_on_a_live_page_that_the_database_is_away_and_go_on(Victim victim, Books books)
      throws Exception {
    try (Browser browser = Browser.open(victim.uri().getAuthority())) {
      Client client = Client.admin(victim.uri());
      String path = client.schedule(Texts.fresh(1), Json.createObjectBuilder());
      browser.signIn(path.substring("/api/v1/".length()), Account.admin());
      browser.find(By.id("pause"));

      victim.killDatabase();
      browser.find(By.cssSelector("#status .alert-danger"));
      victim.restartDatabase();

      browser.find(By.xpath("//*[@id='status'][not(.//*[@role='alert'])]"));
      client.post(path + "/cancel", "");
      browser.find(By.cssSelector("h1 .text-bg-secondary"));
    }
    books.close("PostgreSQL away while a batch is followed");
  }

  private static void survive(Victim victim, Books books, Duration away) throws Exception {
    Client client = Client.admin(victim.uri());
    client.submit(Texts.fresh(400));
    List<String> accepted;
    ServerLog log = new ServerLog(victim.serverLog());
    try (Submitter submitter = new Submitter(client)) {
      await().until(() -> books.number("select count(*) from item_result") > 0);
      victim.killDatabase();
      Thread.sleep(away.toMillis());
      victim.restartDatabase();
      await().until(() -> submitter.acceptsAgain());
      accepted = submitter.accepted();
      assertThat(submitter.refused()).as("refused submits").isNotEmpty();
      assertThat(submitter.refused()).allSatisfy(DatabaseFaultIT::isUnavailable);
    }

    books.close("PostgreSQL away for %d s".formatted(away.toSeconds()));
    assertThat(accepted)
        .allSatisfy(batch -> assertThat(client.get(batch).ok().getInt("succeeded")).isEqualTo(3));
    assertThat(books.number("select sum(failed) from batch")).isZero();
    assertThat(books.attempts("CUT_SHORT")).as("attempts cut short").isPositive();
    assertThat(books.attempts("FAILED")).as("attempts that failed").isZero();
    assertThat(log.since()).filteredOn(line -> line.contains("Workers are waiting")).hasSize(1);
    assertThat(log.since()).filteredOn(line -> line.contains("workers continue")).hasSize(1);
    // No line for each request, each text or each second.
    assertThat(log.recordsSince()).hasSizeLessThan(50);
  }

  private static void isUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }
}
