package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** How operators look after users, and see in the audit what was done, in a real browser. */
@ArquillianTest
class UserPageIT extends InBrowser {

  private static final String ME = "/api/v1/me";

  private final Account operator = Account.make("operator");
  private final String name = "page-" + System.nanoTime();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_look_after_a_user_and_leave_that_in_the_audit() {
    browser.resume("users", operator);
    browser.click(By.id("create-user"));
    browser.find(By.id("user-name")).sendKeys(name);
    browser.click(By.cssSelector("#role option[value=viewer]"));
    String first = madeUpPassword();
    assertThat(browser.barriers()).isEmpty();
    confirm();
    browser.find(user(""));
    Client client = Client.signedIn(name, first);
    assertThat(client.get(ME).json().getString("role")).isEqualTo("viewer");

    browser.click(user(" .changeRole"));
    browser.click(By.cssSelector("#role option[value=submitter]"));
    confirm();
    assertThat(client.get(ME).json().getString("role")).isEqualTo("submitter");

    browser.click(user(" .reset"));
    String second = madeUpPassword();
    confirm();
    assertThat(second).isNotEqualTo(first);
    assertThat(Client.signedIn(name, second).get(ME).status()).isEqualTo(200);

    browser.click(user(" .delete"));
    confirm();
    browser.find(By.xpath("//*[@id='user-table'][not(.//tr[@id='user-%s'])]".formatted(name)));
    assertThat(Client.signedIn(name, second).get(ME).status()).isEqualTo(401);
    assertThat(browser.barriers()).isEmpty();

    browser.go("audit?path=/api/v1/users&user=" + operator.name());
    browser.click(By.cssSelector("#audit-table tbody tr:first-child summary"));
    assertThat(browser.find(By.cssSelector("#audit-table code")).getText())
        .isEqualTo("DELETE /api/v1/users/" + name);
    browser.find(By.cssSelector("#audit-table tr:nth-child(4):last-child .text-bg-success"));
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  private String madeUpPassword() {
    browser.click(By.cssSelector("dialog .input-group button"));
    return browser.find(By.id("user-password")).getDomProperty("value");
  }

  /** Waits until it is done, too. */
  private void confirm() {
    browser.find(By.id("own-password")).sendKeys(operator.password(), Keys.ENTER);
    browser.find(By.cssSelector("main .alert-success"));
  }

  private By user(String part) {
    return By.cssSelector("[id='user-%s']%s".formatted(name, part));
  }

  @Test
  void should_say_why_it_is_refused() {
    browser.resume("users", operator);
    browser.click(By.id("create-user"));
    browser.find(By.id("user-name")).sendKeys(operator.name());
    madeUpPassword();
    browser.find(By.id("own-password")).sendKeys(operator.password(), Keys.ENTER);
    assertThat(browser.find(By.cssSelector("dialog [role=alert]")).getText())
        .isEqualTo("The user name %s is already in use.".formatted(operator.name()));
    browser.click(By.cssSelector("dialog .btn-secondary"));
    browser.click(By.id("language"));

    browser.click(By.cssSelector("#user-admin .reset"));
    madeUpPassword();
    browser.find(By.id("own-password")).sendKeys(operator.password(), Keys.ENTER);

    assertThat(browser.find(By.cssSelector("dialog [role=alert]")).getText())
        .contains("TIANKONG_ADMIN_PASSWORD", "重新启动");
    assertThat(browser.run("return document.querySelectorAll('#user-admin .delete').length"))
        .as("what nobody can delete has no button for it")
        .isEqualTo(0L);
  }

  @Test
  void should_find_in_the_audit_what_is_looked_for() {
    Account account = Account.make("submitter");
    String batch = account.client().submit(Texts.fresh(1));
    account.client().post(batch + "/cancel", "");
    for (int i = 0; i < 60; i++) {
      account.client().delete("/api/v1/tokens/none");
    }
    Client.signedIn(account.name(), "not the password").get(ME);
    browser.resume("audit?user=" + account.name(), operator);

    browser.find(By.cssSelector("#audit-table tbody tr:nth-child(50):last-child"));
    browser.run("const more = document.querySelector('#more'); more.click(); more.click()");
    browser.find(By.cssSelector("#audit-table tbody tr:nth-child(63):last-child"));
    browser.find(
        By.cssSelector("#audit-table a[href='#/batches/%s']".formatted(batch.substring(16))));
    browser.click(By.cssSelector("#outcome-filter option[value=unauthorized]"));
    browser.find(By.cssSelector("#audit-table tbody tr:only-child .text-bg-danger"));
    browser.click(By.cssSelector("#audit-table a"));
    browser.find(By.cssSelector("#audit-table tbody tr:nth-child(50)"));
    browser.go("audit?from=2100-01-01T12:00:00Z&user=" + account.name());
    browser.find(By.xpath("//main[not(.//table)][.//form]//p[text()]"));
    assertThat(browser.find(By.id("from-filter")).getDomProperty("value"))
        .startsWith("2100-01-01T");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_fit_on_a_phone_in_the_dark() {
    browser.resume("users", operator);
    browser.resize(375, 800);
    browser.click(By.id("theme"));
    browser.find(By.id("user-table"));
    assertFits();
    browser.click(By.id("create-user"));
    browser.find(By.id("own-password"));
    assertFits();
    browser.run("document.querySelector('dialog').close()");
    browser.go("audit");
    browser.find(By.id("audit-table"));
    assertFits();
  }

  private void assertFits() {
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
  }
}
