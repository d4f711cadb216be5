package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Finding batches in the console, in a real browser. */
@ArquillianTest
class BatchesPageIT extends InBrowser {

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
    browser.signIn("batches", submitter);
    browser.resize(375, 800);

    browser.find(By.name("search")).sendKeys("LARGE " + mark);
    browser.find(By.cssSelector("tbody tr:only-child"));
    browser.click(By.cssSelector("[id='" + large + "'] input"));
    browser.click(By.cssSelector("[data-sort=name]"));
    browser.find(By.cssSelector("th[aria-sort=ascending]"));
    browser.find(By.name("search")).clear();
    browser.find(By.name("search")).sendKeys(mark);
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
    browser.signIn("batches", submitter);
    browser.click(By.cssSelector("[id='" + first + "'] input"));

    String second = submit("second", Texts.fresh(1));
    browser.click(By.id("held"));

    browser.find(By.cssSelector("[id='" + second + "']:nth-child(1) + [id='" + first + "']"));
    assertThat(browser.find(By.cssSelector("[id='" + first + "'] input")).isSelected()).isTrue();
    assertThat(browser.errors()).isEmpty();
  }

  private String submit(String name, List<String> texts) {
    return submitter
        .client()
        .submit(texts, Json.createObjectBuilder().add("name", name))
        .replaceFirst(".*/", "");
  }
}
