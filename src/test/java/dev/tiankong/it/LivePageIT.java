package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Following a batch in the console, in a real browser, when it does not go on as ever. */
@ArquillianTest
class LivePageIT extends InBrowser {

  /** To one server, over HTTP/1.1. */
  private static final int MOST_CONNECTIONS = 6;

  private final Account submitter = Account.make("submitter");
  private String path;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void follow() {
    path = submitter.client().schedule(Texts.fresh(1), Json.createObjectBuilder());
    browser.resume(page(), submitter);
    browser.find(By.id("pause"));
  }

  private String page() {
    return path.substring("/api/v1/".length());
  }

  /** The stream breaks off without a word. */
  private void removeBatch() throws SQLException {
    Tables.run("delete from batch where id = '%s'".formatted(path.replaceFirst(".*/", "")));
  }

  @Test
  void should_say_that_the_batch_is_gone() throws SQLException {
    removeBatch();

    assertThat(browser.find(By.cssSelector("#status .alert-danger")).getText()).isNotBlank();
    assertThat(browser.run("return document.querySelectorAll('#status h1 ~ div button').length"))
        .isEqualTo(0L);
    assertThat(browser.barriers()).isEmpty();
    // What the server refuses, browsers write down themselves.
    assertThat(browser.errors()).allMatch(error -> error.contains("404"));
  }

  @Test
  void should_ask_to_sign_in_when_the_session_is_over() throws SQLException {
    Client client = submitter.client();
    client.get("/api/v1/tokens").json().getJsonArray("tokens").stream()
        .map(JsonObject.class::cast)
        .forEach(session -> client.delete("/api/v1/tokens/" + session.getString("id")));
    removeBatch();

    browser.find(By.id("password"));
    // The server may cut the stream of a revoked session before the batch is seen to be gone.
    assertThat(browser.errors())
        .allMatch(error -> error.contains("401") || error.contains("/events - Failed to load"));
  }

  @Test
  void should_take_no_connection_while_nobody_looks_and_be_up_to_date_afterwards() {
    for (int tab = 1; tab < MOST_CONNECTIONS; tab++) {
      browser.openTab(page());
      browser.find(By.id("pause"));
    }

    browser.openTab("batches");
    browser.find(By.cssSelector("tbody tr"));
    submitter.client().post(path + "/cancel", "");
    browser.firstTab();

    browser.find(By.cssSelector("h1 .text-bg-secondary"));
    assertThat(browser.errors()).isEmpty();
  }
}
