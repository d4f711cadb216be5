package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * What operators do in the console about texts and submits that were given up, in a real browser.
 */
@ArquillianTest
class DeadLetterPageIT extends InBrowser {

  private static final String ALL = "/api/v1/dead-letters";
  private static final String SUBMITS = ALL + "/messages";
  private static final By NONE = By.cssSelector("#dead:not(:has(table)) p");

  private final Account operator = Account.make("operator");
  private final Client client = operator.client();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @BeforeEach
  void clear() {
    client.post(ALL + "/discard", "");
    client.post(SUBMITS + "/discard", "");
  }

  @Test
  void should_discard_those_dead_letters_that_are_picked() {
    List<String> texts = Texts.fresh(3);
    String batch = client.submit(texts.stream().map(text -> text + FaultSwitch.ALWAYS).toList());
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(3);
    browser.resume("queues", operator);

    browser.click(By.cssSelector(".card-header input"));
    browser.click(By.cssSelector(".dead-letters tr:nth-child(2) input"));
    browser.click(By.id("discard-picked"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    browser.find(By.cssSelector(".dead-letters tr:only-child"));
    assertThat(client.get(ALL).json().getJsonArray("deadLetters")).hasSize(1);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_try_all_dead_letters_again_and_discard_all() {
    String failing = Texts.fresh(1).get(0) + FaultSwitch.ALWAYS;
    String batch = client.submit(List.of(failing, Texts.fresh(1).get(0) + FaultSwitch.ALWAYS));
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(2);
    int before = attempts(client.get(batch).json());
    browser.resume("queues", operator);
    browser.find(By.cssSelector(".dead-letters tr:nth-child(2)"));

    browser.click(By.id("retry-all"));
    browser.click(By.cssSelector("dialog .btn-danger"));
    browser.find(NONE);
    assertThat(attempts(client.finished(batch))).isGreaterThan(before);
    // They fail again.
    browser.find(By.cssSelector(".dead-letters tr:nth-child(2)"));
    browser.click(By.id("discard-all"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    browser.find(NONE);
    assertThat(client.get(ALL).json().getJsonArray("deadLetters")).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  private static int attempts(JsonObject status) {
    return status.getJsonObject("attempts").getInt("total");
  }

  @Test
  void should_hand_in_again_what_the_broker_gave_up_or_discard_it(
      @ArquillianResource ManagementClient server) throws Exception {
    Account account = Account.make("submitter");
    DeadSubmit.send(account, server);
    String left = DeadSubmit.send(account, server);
    browser.resume("queues", operator);

    browser.click(By.cssSelector("#dead-submits li:first-child .retry"));
    browser.find(By.cssSelector("#dead-submits li:only-child"));
    await()
        .until(
            () -> account.client().get("/api/v1/batches").json().getJsonArray("batches"),
            batches -> batches.size() == 1);
    browser.click(By.cssSelector("#dead-submits summary"));
    assertThat(browser.find(By.cssSelector("#dead-submits dl")).getText()).contains(left);
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.cssSelector("#dead-submits .discard-all"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    browser.find(By.cssSelector("#dead:not(:has(#dead-submits))"));
    assertThat(client.get(SUBMITS).json().getJsonArray("messages")).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_try_a_dead_letter_again() {
    String batch =
        client.submit(
            List.of(Texts.fresh(1).get(0) + FaultSwitch.FIVE_TIMES, Texts.fresh(1).get(0)));
    assertThat(client.finished(batch).getInt("failed")).isEqualTo(1);
    browser.resume("queues", operator);

    browser.click(By.cssSelector(".dead-letters .retry"));

    browser.find(NONE);
    assertThat(client.finished(batch).getString("state")).isEqualTo("COMPLETED");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }
}
