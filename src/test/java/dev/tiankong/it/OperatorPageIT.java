package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What operators look at in the console, in a real browser. */
@ArquillianTest
class OperatorPageIT extends InBrowser {

  private static final String QUEUE = "[id='tiankong.submit'] ";

  private final Account operator = Account.make("operator");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_show_how_things_stand() {
    browser.signIn("overview", operator);

    browser.find(By.cssSelector("#throughput canvas"));
    browser.find(By.cssSelector("#latency .card"));
    browser.find(By.cssSelector("#now .card"));

    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_pause_and_resume_a_queue() {
    browser.signIn("queues", operator);

    browser.click(By.cssSelector(QUEUE + ".toggle"));
    browser.click(By.cssSelector("dialog .btn-danger"));
    browser.find(By.cssSelector(QUEUE + ".text-bg-info"));
    assertThat(isPaused()).isTrue();
    browser.click(By.cssSelector(QUEUE + ".toggle"));
    browser.find(By.cssSelector(QUEUE + "th:not(:has(.badge))"));

    assertThat(isPaused()).isFalse();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  private boolean isPaused() {
    return operator.client().get("/api/v1/queues").json().getJsonArray("queues").stream()
        .map(queue -> queue.asJsonObject())
        .filter(queue -> queue.getString("name").equals("tiankong.submit"))
        .findFirst()
        .orElseThrow()
        .getBoolean("paused");
  }

  @Test
  void should_lead_from_an_alert_to_what_mends_it() {
    Client client = operator.client();
    client.post("/api/v1/queues/tiankong.submit/pause", "");
    try {
      browser.signIn("overview", operator);
      browser.click(By.cssSelector("[data-code=QUEUE_PAUSED] a"));
      browser.click(By.cssSelector(QUEUE + ".toggle"));
      browser.find(By.cssSelector(QUEUE + "th:not(:has(.badge))"));
      assertThat(isPaused()).isFalse();
    } finally {
      client.post("/api/v1/queues/tiankong.submit/resume", "");
    }
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_show_the_last_hour_of_a_queue_and_its_messages_on_a_phone() {
    Client client = operator.client();
    client.post("/api/v1/queues/tiankong.work/pause", "");
    try {
      String batch = client.submit(Texts.fresh(1)).replaceFirst(".*/", "");
      browser.signIn("queues", operator);
      browser.resize(375, 800);

      browser.click(By.cssSelector("[id='tiankong.work'] .console-unfold"));
      browser.find(By.cssSelector(".console-detail .depth canvas"));
      browser.find(By.cssSelector(".console-detail .rates canvas"));
      browser.click(By.cssSelector(".console-detail .browse"));
      browser.click(By.cssSelector(".console-detail details:last-of-type summary"));

      assertThat(browser.find(By.cssSelector(".console-detail details[open] dl")).getText())
          .contains("batch", batch);
      browser.find(By.cssSelector("#workers .node li"));
      assertThat(browser.fits()).isTrue();
      assertThat(browser.barriers()).isEmpty();
      assertThat(browser.errors()).isEmpty();
    } finally {
      client.post("/api/v1/queues/tiankong.work/resume", "");
    }
  }

  @Test
  void should_show_who_hears_of_events() {
    try (BrokerClient broker = BrokerClient.of(operator, "operator");
        JMSConsumer ignored =
            broker.context().createConsumer(broker.context().createTopic("tiankong.events"))) {
      browser.signIn("queues", operator);

      assertThat(browser.find(By.cssSelector("#subscription-table tbody tr")).getText())
          .contains("tiankong.events");
    }
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_discard_those_dead_letters_that_are_picked() {
    Client client = operator.client();
    client.post("/api/v1/dead-letters/discard", "");
    List<String> texts = Texts.fresh(3);
    String batch = client.submit(texts.stream().map(text -> text + FaultSwitch.ALWAYS).toList());
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(3);
    browser.signIn("queues", operator);

    browser.click(By.cssSelector(".card-header input"));
    browser.click(By.cssSelector(".dead-letters tr:nth-child(2) input"));
    browser.click(By.id("discard-picked"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    browser.find(By.cssSelector(".dead-letters tr:only-child"));
    assertThat(client.get("/api/v1/dead-letters").json().getJsonArray("deadLetters")).hasSize(1);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_try_a_dead_letter_again() {
    Client client = operator.client();
    client.post("/api/v1/dead-letters/discard", "");
    String batch =
        client.submit(
            List.of(Texts.fresh(1).get(0) + FaultSwitch.FIVE_TIMES, Texts.fresh(1).get(0)));
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(1);
    browser.signIn("queues", operator);

    browser.click(By.cssSelector(".dead-letters .retry"));

    browser.find(By.cssSelector("#dead:not(:has(table)) p"));
    assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }
}
