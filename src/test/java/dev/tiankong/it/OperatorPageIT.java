package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import java.util.List;
import java.util.UUID;
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
    browser.resume("overview", operator);

    browser.find(By.cssSelector("#throughput canvas"));
    browser.find(By.cssSelector("#latency .card"));
    browser.find(By.cssSelector("#now .card"));

    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_pause_and_resume_a_queue() {
    browser.resume("queues", operator);

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

  @Test
  void should_show_each_attempt_at_a_batch_and_where_it_failed() {
    Client client = operator.client();
    String batch = client.submit(List.of(Texts.fresh(1).get(0) + FaultSwitch.ALWAYS));
    client.finished(batch);
    browser.resume(batch.substring("/api/v1/".length()), operator);

    browser.click(By.cssSelector("#attempts > summary"));
    assertThat(browser.find(By.cssSelector("#attempts tbody tr:nth-child(4)")).getText())
        .contains("tiankong / ")
        .contains("The engine broke down");
    browser.click(By.cssSelector("#attempts tbody tr:first-child summary"));
    assertThat(browser.find(By.cssSelector("#attempts tr:first-child pre")).getText())
        .contains("at dev.tiankong.it.FaultSwitch");
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.cssSelector("#outcome option[value=LOST]"));
    browser.find(By.cssSelector("#attempts:not(:has(table)) p"));

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
      browser.resume("overview", operator);
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
      browser.resume("queues", operator);
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
      browser.resume("queues", operator);

      assertThat(browser.find(By.cssSelector("#subscription-table tbody tr")).getText())
          .contains("tiankong.events");
    }
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_show_what_the_server_does_by_itself_and_run_it_now() {
    browser.resume("queues", operator);
    By outcome = By.cssSelector("#duty-delete-old-audit-entries .text-bg-success");
    browser.find(outcome);
    String before = lastRun("delete-old-audit-entries");

    browser.click(By.cssSelector("#duty-delete-old-audit-entries .run"));

    await().until(() -> !lastRun("delete-old-audit-entries").equals(before));
    browser.find(outcome);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  private String lastRun(String duty) {
    return operator.client().get("/api/v1/duties").json().getJsonArray("duties").stream()
        .map(found -> found.asJsonObject())
        .filter(found -> found.getString("name").equals(duty))
        .findFirst()
        .orElseThrow()
        .getJsonObject("last")
        .getString("startedAt");
  }

  @Test
  void should_keep_saying_why_something_was_refused() throws Exception {
    Client client = operator.client();
    client.post("/api/v1/dead-letters/discard", "");
    String batch = client.submit(List.of(Texts.fresh(1).get(0) + FaultSwitch.ALWAYS));
    client.finished(batch);
    browser.resume("queues", operator);
    browser.find(By.cssSelector(".dead-letters tr"));
    browser.run(
        """
        const ask = window.fetch;
        window.asked = 0;
        window.fetch = (url, options) => {
          window.asked += url.startsWith('/api/v1/queues') && options.method === 'GET';
          return ask(url.replace('tiankong.submit/', 'tiankong.none/'), options);
        };
        """);

    browser.click(By.cssSelector(QUEUE + ".toggle"));
    browser.click(By.cssSelector("dialog .btn-danger"));
    browser.find(By.cssSelector("#queues [role=alert]"));
    await().until(() -> (Long) browser.run("return window.asked") > 1);

    assertThat(browser.find(By.cssSelector("#queues [role=alert]")).getText())
        .contains("tiankong.none");
  }

  @Test
  void should_show_workers_and_dead_letters_while_the_queues_cannot_be_asked() {
    browser.resume("batches", operator);
    browser.find(By.cssSelector("main h1"));
    browser.run(
        """
        const ask = window.fetch;
        window.fetch = (url, options) => ask(url === '/api/v1/queues' ? '/nothing' : url, options);
        """);

    browser.go("queues");

    browser.find(By.cssSelector("#queues [role=alert]"));
    browser.find(By.cssSelector("#workers .node li"));
    browser.find(By.cssSelector("#dead h2"));
    assertThat(browser.run("return document.querySelectorAll('#queues [role=status]').length"))
        .as("nothing that would still be loading")
        .isEqualTo(0L);
  }

  @Test
  void should_speak_chinese_of_what_is_wrong() {
    browser.resume("overview", operator);
    Client client = operator.client();
    client.post("/api/v1/queues/tiankong.submit/pause", "");
    try {
      speakChinese();
      assertThat(browser.find(By.cssSelector("[data-code=QUEUE_PAUSED]")).getText())
          .contains("暂停的队列：tiankong.submit")
          .doesNotContain("Somebody");
      String batch = client.submit(List.of("忘了留空"));
      browser.go(batch.replaceFirst("/api/v1/", ""));
      assertThat(browser.find(By.cssSelector("#errors .console-message")).getText())
          .startsWith("没有空。请在要填的地方写 [MASK]。");
      browser.go("batches/" + new UUID(0, 0));
      browser.find(By.xpath("//main//*[@role='alert'][contains(., '没有这个批次')]"));
    } finally {
      client.post("/api/v1/queues/tiankong.submit/resume", "");
    }
  }

  private void speakChinese() {
    if (browser.run("return document.documentElement.lang").equals("en")) {
      browser.click(By.id("language"));
    }
  }
}
