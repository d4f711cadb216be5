package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Finding batches in the console, in a real browser. */
@ArquillianTest
class BatchesPageIT extends InBrowser {

  private static final String PATH = "/api/v1/batches/";

  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_find_sort_and_keep_what_is_picked_on_a_phone() {
    String mark = UUID.randomUUID().toString();
    List<String> texts = Texts.fresh(2);
    String large = submit("large " + mark, texts);
    String small = submit("small " + mark, texts.subList(0, 1));
    browser.resume("batches", submitter);
    browser.resize(375, 800);

    browser.find(By.name("search")).sendKeys("LARGE " + mark);
    browser.find(By.cssSelector("tbody tr:only-child"));
    browser.click(By.cssSelector("[id='" + large + "'] input"));
    browser.click(By.cssSelector("[data-sort=name]"));
    browser.find(By.cssSelector("th[aria-sort=ascending]"));
    // As people do it: the page hears nothing of a driver's clear(), and may put the old words
    // back.
    browser.find(By.name("search")).sendKeys(Keys.chord(Keys.CONTROL, "a"), mark);
    browser.find(By.cssSelector("[id='" + large + "']:nth-child(1) + [id='" + small + "']"));

    assertThat(browser.find(By.cssSelector("[id='" + large + "'] input")).isSelected()).isTrue();
    assertThat(browser.run("return location.hash")).asString().contains("sort=name", mark);
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_hold_back_what_is_new_while_somebody_has_picked_a_row() {
    String first = submit("first", Texts.fresh(1));
    browser.resume("batches", submitter);
    browser.click(By.cssSelector("[id='" + first + "'] input"));

    String second = submit("second", Texts.fresh(1));
    browser.click(By.id("held"));

    browser.find(By.cssSelector("[id='" + second + "']:nth-child(1) + [id='" + first + "']"));
    assertThat(browser.find(By.cssSelector("[id='" + first + "'] input")).isSelected()).isTrue();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_tell_a_phone_of_new_batches_where_nothing_is_picked() {
    String first = submit("first", Texts.fresh(1));
    browser.resume("batches", submitter);
    browser.resize(375, 800);
    // Whoever has picked a row and let go of it is still there.
    pick(first);
    pick(first);

    String second = submit("second", Texts.fresh(1));
    browser.click(By.id("held"));

    browser.find(By.cssSelector("[id='" + second + "']:nth-child(1)"));
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_do_to_the_others_what_one_batch_refuses_and_say_so_until_the_next_action() {
    String first = schedule("the first");
    String ended = schedule("cost $& meanwhile");
    String gone = schedule("gone meanwhile");
    String last = schedule("the last");
    browser.resume("batches", submitter);
    List.of(first, ended, gone, last).forEach(this::pick);
    browser.hide();
    Client client = submitter.client();
    client.post(PATH + ended + "/cancel", "");
    client.post(PATH + gone + "/cancel", "");
    client.delete(PATH + gone);

    browser.click(By.id("pause"));

    By refusal = By.cssSelector("main .alert-danger");
    assertThat(browser.find(refusal).getText())
        .contains("cost $& meanwhile")
        .doesNotContain("gone", "the first", "the last");
    browser.find(By.cssSelector("[id='" + first + "'] .text-bg-info"));
    browser.find(By.cssSelector("[id='" + last + "'] .text-bg-info"));
    browser.find(By.cssSelector("[data-picked='1']"));
    assertThat(browser.find(By.cssSelector("[id='" + ended + "'] input")).isSelected()).isTrue();

    browser.show();
    submit("asked for since", Texts.fresh(1));
    browser.find(By.id("held"));
    assertThat(browser.find(refusal).isDisplayed()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("delete"));
    browser.click(By.cssSelector("dialog .btn-danger"));
    browser.find(By.cssSelector("[data-picked='0']"));
    browser.find(By.xpath("//main[not(.//*[contains(@class, 'alert-danger')])]"));
    assertThat(client.get(PATH + ended).status()).isEqualTo(404);
    // What the server refuses, browsers write down themselves.
    assertThat(browser.errors()).allMatch(error -> error.contains("409") || error.contains("404"));
  }

  @Test
  void should_say_that_there_is_nothing_to_try_again() {
    String flawed = submit("flawed", List.of("没有空。"));
    submitter.client().finished(PATH + flawed);
    browser.resume("batches", submitter);
    pick(flawed);

    browser.click(By.id("retry"));

    assertThat(browser.find(By.cssSelector("main .alert-danger")).getText()).contains("flawed");
    browser.go("batches/" + flawed);
    browser.find(By.cssSelector("#failures .card"));
    browser.click(By.id("retry"));
    assertThat(browser.find(By.cssSelector("#status .alert-danger")).getText())
        .startsWith("Nothing to retry");
    // What the server refuses, browsers write down themselves.
    assertThat(browser.errors()).allMatch(error -> error.contains("409"));
  }

  @Test
  void should_call_nothing_complete_before_its_end() throws SQLException {
    String batch = schedule("nearly", Texts.fresh(400));
    Tables.run("update batch set succeeded = 399 where id = '%s'".formatted(batch));
    browser.resume("batches", submitter);

    assertThat(browser.find(By.id(batch)).getText()).contains("99%").doesNotContain("100%");
  }

  @Test
  void should_keep_what_is_picked_in_another_language() {
    String batch = submit("picked", Texts.fresh(1));
    browser.resume("batches", submitter);
    pick(batch);
    String title = browser.find(By.tagName("h1")).getText();

    browser.click(By.id("language"));

    browser.find(By.xpath("//h1[not(contains(., '%s'))]".formatted(title)));
    assertThat(browser.find(By.cssSelector("[id='" + batch + "'] input")).isSelected()).isTrue();
    browser.find(By.cssSelector("[data-picked='1']"));
  }

  private void pick(String batch) {
    browser.click(By.cssSelector("[id='" + batch + "'] input"));
  }

  private String submit(String name, List<String> texts) {
    return id(submitter.client().submit(texts, named(name)));
  }

  private String schedule(String name) {
    return schedule(name, Texts.fresh(1));
  }

  private String schedule(String name, List<String> texts) {
    return id(submitter.client().schedule(texts, named(name)));
  }

  private static JsonObjectBuilder named(String name) {
    return Json.createObjectBuilder().add("name", name);
  }

  private static String id(String path) {
    return path.substring(PATH.length());
  }
}
