package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What everybody finds in the console about themselves and the models, in a real browser. */
@ArquillianTest
class AccountPageIT extends InBrowser {

  private static final String ME = "/api/v1/me";
  private static final By OWN_PASSWORD = By.id("own-password");

  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_make_a_token_that_works_until_it_is_revoked() {
    browser.resume("account", submitter);
    browser.click(By.id("create-token"));
    assertThat(browser.barriers()).isEmpty();
    browser.find(By.id("token-name")).sendKeys("nightly");
    browser.find(OWN_PASSWORD).sendKeys(submitter.password(), Keys.ENTER);

    String secret = browser.find(By.cssSelector("#fresh-token code")).getText();
    Client token = Client.withHeader("Bearer " + secret);
    assertThat(token.get(ME).json().getString("role")).isEqualTo("viewer");
    assertThat(browser.find(By.id("fresh-token")).getText())
        .contains("curl -H 'Authorization: Bearer %s' http://".formatted(secret));
    browser.click(By.cssSelector("#fresh-token button"));
    browser.find(By.xpath("//*[@id='fresh-token']//span[@role='status'][text()]"));
    browser.click(By.id("language"));
    browser.find(By.xpath("//*[@id='fresh-token'][not(.//span[@role='status'][text()])]"));
    assertThat(browser.find(By.cssSelector("#fresh-token code")).getText()).isEqualTo(secret);
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.cssSelector("#fresh-token .btn-success"));
    assertThat(browser.find(By.tagName("body")).getText()).doesNotContain(secret);

    browser.click(By.xpath("//tr[th='nightly']//button"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    browser.find(By.xpath("//*[@id='token-table'][not(.//th='nightly')]"));
    assertThat(token.get(ME).status()).isEqualTo(401);
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_ask_again_when_the_password_is_wrong() {
    browser.resume("account", submitter);
    browser.click(By.id("create-token"));
    browser.find(By.id("token-name")).sendKeys("nightly");
    browser.find(OWN_PASSWORD).sendKeys("not the password", Keys.ENTER);

    assertThat(browser.find(By.cssSelector("dialog [role=alert]")).getText()).isNotBlank();
    assertThat(browser.barriers()).isEmpty();
    // What was wrong is selected: whoever goes on typing replaces it.
    browser.find(OWN_PASSWORD).sendKeys(submitter.password(), Keys.ENTER);

    browser.find(By.id("fresh-token"));
  }

  @Test
  void should_change_the_password_and_stay_signed_in() {
    Client token = submitter.token("viewer");
    String next = "a green bicycle at noon";
    browser.resume("account", submitter);
    browser.find(By.id("old-password")).sendKeys(submitter.password());
    browser.find(By.id("new-password")).sendKeys(next);
    browser.find(By.id("again-password")).sendKeys("something else", Keys.ENTER);
    browser.find(By.cssSelector("#again-password:invalid"));
    browser.find(By.id("again-password")).clear();
    browser.find(By.id("again-password")).sendKeys(next, Keys.ENTER);

    browser.find(By.cssSelector("#password [role=status]"));
    assertThat(token.get(ME).status()).isEqualTo(401);
    assertThat(submitter.client().get(ME).status()).isEqualTo(401);
    assertThat(Client.signedIn(submitter.name(), next).get(ME).status()).isEqualTo(200);
    assertThat(browser.barriers()).isEmpty();
    browser.go("batches");
    browser.find(By.cssSelector("[role=search]"));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_show_the_installed_model_and_lead_to_a_try() {
    browser.resume("models", submitter);
    String model = browser.find(By.cssSelector("main section h2")).getText();
    assertThat(model).contains("bert-base-multilingual-cased");
    browser.find(By.cssSelector("main section tbody strong"));
    assertThat(browser.barriers()).isEmpty();

    browser.click(By.cssSelector("main section .btn-primary"));

    browser.find(By.cssSelector(".console-chip"));
    assertThat(browser.find(By.id("model")).getDomProperty("value"))
        .isEqualTo("bert-base-multilingual-cased");
    browser.go(
        "try-it?text=%E4%B8%AD%E5%9B%BD%E7%9A%84%E9%A6%96%E9%83%BD%E6%98%AF%E5%8C%97[MASK]%E3%80%82&topK=3");
    browser.find(By.cssSelector("section .console-chip:nth-child(3):last-child"));
    assertThat(browser.find(By.cssSelector(".console-filled")).getText()).isEqualTo("中国的首都是北京。");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_fit_on_a_phone_in_the_dark() {
    browser.resume("models", submitter);
    browser.resize(375, 800);
    browser.click(By.id("theme"));
    browser.find(By.cssSelector("main section h2"));
    assertFits();
    browser.go("account");
    browser.find(By.id("token-table"));
    assertFits();
    browser.click(By.id("create-token"));
    browser.find(OWN_PASSWORD);
    assertFits();
  }

  private void assertFits() {
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
  }
}
