package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page on which people try the routes, in a real browser. */
@ArquillianTest
class DocsPageIT {

  private static final String PAGE = "/api/v1/docs/index.html";
  private static final By FILL_MASK = By.id("operations-Asking_at_once-fillMask");
  private static final By MODELS = By.id("operations-Asking_at_once-listModels");

  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_show_every_route_and_ask_no_other_server() {
    try (Browser browser = Browser.open()) {
      browser.open(PAGE, submitter);

      assertThat(browser.find(By.cssSelector(".info .title")).getText()).startsWith("Tiankong");
      assertThat(browser.find(FILL_MASK).getText()).contains("/api/v1/fill-mask");
      assertThat(browser.errors()).isEmpty();
      assertThat(browser.askedHosts()).containsExactly(Browser.server());
    }
  }

  @Test
  void should_answer_what_is_tried_with_the_browsers_own_sign_in() {
    try (Browser browser = Browser.open()) {
      browser.open(PAGE, submitter);

      assertThat(tried(browser, FILL_MASK)).contains("bert-base-multilingual-cased", "fillings");
      assertThat(browser.errors()).isEmpty();
      assertThat(browser.askedHosts()).containsExactly(Browser.server());
    }
  }

  @Test
  void should_answer_what_is_tried_with_a_token() {
    String token = submitter.newToken("viewer").getString("token");
    try (Browser browser = Browser.open()) {
      browser.open(PAGE, submitter);
      browser.click(By.cssSelector("button.authorize"));
      browser.find(By.id("auth-bearer-value")).sendKeys(token);
      browser.click(
          By.xpath("//*[@id='auth-bearer-value']/ancestor::form//button[@type='submit']"));
      browser.click(By.cssSelector("button.btn-done"));

      assertThat(tried(browser, MODELS)).contains("bert-base-multilingual-cased");
      // The token's own role counts, not that of the password which opened the page.
      assertThat(tried(browser, FILL_MASK)).contains("urn:tiankong:problem:forbidden");
    }
  }

  /** Opens a route, sends its example, and gives the answer. */
  private static String tried(Browser browser, By route) {
    browser.click(route);
    String id = browser.find(route).getDomAttribute("id");
    browser.click(By.cssSelector("#" + id + " .try-out__btn"));
    browser.click(By.cssSelector("#" + id + " .execute"));
    return browser
        .find(
            By.cssSelector("#" + id + " .live-responses-table .response .response-col_description"))
        .getText();
  }
}
