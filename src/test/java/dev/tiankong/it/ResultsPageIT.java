package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The results of a batch in the console, in a real browser. */
@ArquillianTest
class ResultsPageIT extends InBrowser {

  private static final By OPEN = By.cssSelector("dialog[open]");
  private static final By ACTIVE = By.cssSelector("#results .active");

  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  private void show(String page) {
    browser.resume("batches/" + page, submitter);
    browser.find(By.cssSelector("#results mark.mask, #results .badge"));
  }

  private static By row(int place) {
    return row(place, "");
  }

  private static By row(int place, String text) {
    return By.xpath(
        "//*[@id='results']//*[@data-index='%d'][contains(., '%s')]".formatted(place, text));
  }

  private void assertThatNothingIsWrong() {
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_group_failures_and_show_those_of_one_code() throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "groups", 2_000);
    show(batch.id());

    assertThat(browser.find(By.cssSelector("#errors .card:has([data-code=NO_MASK])")).getText())
        .contains("18")
        .contains("No blank.");
    browser.click(By.cssSelector("#errors [data-code=TOO_LONG]"));

    browser.find(row(1, "1,007"));
    assertThat(browser.find(row(1)).getText()).contains("TOO_LONG");
    assertThat(browser.find(By.id("found")).getText()).contains("2 ");
    browser.find(By.cssSelector("#results .console-grid-row:last-child[data-index='1']"));
    assertThat(browser.run("return location.hash")).asString().endsWith("?error=TOO_LONG");
    assertThatNothingIsWrong();

    browser.click(By.id("any-error"));
    browser.find(By.xpath("//*[@id='found'][contains(., '2,000')]"));
  }

  @Test
  void should_find_a_text_and_give_the_same_as_files() throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "searched", 20_000);
    show(batch.id());

    browser.find(By.id("search")).sendKeys("rarity");

    browser.find(row(0, "19,999"));
    browser.find(By.cssSelector("#results .console-grid-row:only-child"));
    for (String format : List.of("csv", "ndjson", "json")) {
      assertThat(browser.find(By.id("download-" + format)).getAttribute("href"))
          .endsWith(batch.path() + "/results?format=" + format + "&q=rarity");
    }
    browser.click(By.cssSelector("#commands summary"));
    String commands = browser.find(By.id("commands")).getText();
    assertThat(commands).contains("/results?format=csv&q=rarity'").contains("lower('rarity')");
    assertThatNothingIsWrong();
    assertThat(
            new Books(Tables.source())
                .text(browser.find(By.xpath("(//*[@id='commands']//code)[2]")).getText()))
        .isEqualTo("19999");

    browser.run("location.reload()");
    browser.find(By.cssSelector("#results .console-grid-row:only-child"));
    assertThat(browser.find(By.id("search")).getAttribute("value")).isEqualTo("rarity");
  }

  @Test
  void should_scroll_to_the_end_and_show_what_is_there() throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "long", 20_000);
    show(batch.id());

    browser.run(
        "const grid = document.querySelector('#results'); grid.scrollTop = grid.scrollHeight");

    browser.find(row(19_999, "Rarity"));
    assertThat(browser.run("return document.querySelectorAll('#results [data-index]').length"))
        .isInstanceOfSatisfying(Long.class, drawn -> assertThat(drawn).isLessThan(60));
    assertThat(browser.find(By.id("results")).getAttribute("aria-rowcount")).isEqualTo("20001");
    assertThatNothingIsWrong();
  }

  @Test
  void should_reach_every_row_where_there_are_more_than_an_element_can_be_high()
      throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "very long", 400_000);
    try {
      show(batch.id());
      browser.find(By.id("results")).sendKeys(Keys.END);
      browser.find(row(399_999, "Rarity"));

      scrollTwice();
      browser.find(row(200_000));
      Long before = first();
      browser.run("document.querySelector('#results').scrollTop += 96");

      await().untilAsserted(() -> assertThat(first()).isEqualTo(before + 2));
    } finally {
      submitter.client().delete(batch.path());
    }
  }

  /** A little, and at once to the middle, of which a busy browser tells the page late. */
  private void scrollTwice() {
    browser.run(
        """
        const grid = document.querySelector('#results');
        const tellLate = (event) => {
          event.stopPropagation();
          setTimeout(() => grid.dispatchEvent(new Event('scroll')), 300);
        };
        grid.addEventListener('scroll', () => {
          addEventListener('scroll', tellLate, { capture: true, once: true });
          grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2;
        }, { once: true });
        grid.scrollTop -= 96;
        """);
  }

  @Test
  void should_show_every_row_where_texts_are_too_long_for_one_answer() {
    String path =
        submitter
            .client()
            .submit(IntStream.range(0, 30).mapToObj(i -> i + "长".repeat(99_000)).toList());
    submitter.client().finished(path);
    show(path.replaceFirst(".*/", ""));

    browser.find(By.id("results")).sendKeys(Keys.END);

    browser.find(row(29, "29长"));
    assertThatNothingIsWrong();
  }

  /** The first row that is drawn. */
  private Long first() {
    return (Long)
        browser.run("return Number(document.querySelector('#results [data-index]').dataset.index)");
  }

  @Test
  void should_show_an_item_in_full_by_keyboard_alone() {
    String table = "id,text,author\na1,中国的首都是[MASK][MASK]。,佚名\na2,没有空,王安石\n";
    JsonObject submitted =
        submitter
            .client()
            .post(
                "/api/v1/batches?topK=7&name=verses",
                table.getBytes(StandardCharsets.UTF_8),
                "text/csv")
            .json();
    submitter.client().finished("/api/v1/batches/" + submitted.getString("id"));
    show(submitted.getString("id"));
    browser.click(By.cssSelector("#settings summary"));
    assertThat(
            browser
                .find(By.xpath("//dt[. = 'Candidates for each blank' or . = '候选数']/../dd"))
                .getText())
        .isEqualTo("7");

    browser.find(By.id("results")).sendKeys(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER);

    String shown = browser.find(By.cssSelector("dialog[open]")).getText();
    assertThat(shown).contains("a1").contains("author").contains("佚名").contains("%");
    assertThat(browser.run("return getComputedStyle(document.querySelector('dialog')).display"))
        .as("one thing below the other")
        .isEqualTo("block");
    assertThatNothingIsWrong();
    browser.click(By.cssSelector("dialog [type=button]:not([disabled])"));
    browser.find(By.xpath("//dialog//*[@role='alert'][contains(., 'NO_MASK')]"));
    browser.find(By.cssSelector("dialog .btn-secondary")).sendKeys(Keys.ESCAPE);

    await().until(() -> (Boolean) browser.run("return document.querySelector('dialog') === null"));
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("results");
    assertThat(browser.find(ACTIVE).getAttribute("aria-rowindex")).isEqualTo("2");
  }

  @Test
  void should_close_an_item_only_by_a_click_that_is_all_beside_it() throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "clicks", 200);
    show(batch.id());

    browser.doubleClick(row(3));
    browser.find(OPEN);
    // Over its padding, and out of it with the button held, as somebody who selects a text.
    browser.press(By.cssSelector("dialog"), 2, 2, 2, 2);
    browser.press(By.cssSelector("dialog"), 40, 40, -20, 40);
    browser.find(OPEN);
    browser.press(By.cssSelector("dialog"), -20, 40, -20, 40);

    await().until(() -> (Boolean) browser.run("return document.querySelector('dialog') === null"));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_draw_no_more_candidates_than_a_row_can_show() {
    String path =
        submitter.client().submit(Texts.fresh(1), Json.createObjectBuilder().add("topK", 100));
    submitter.client().finished(path);
    show(path.replaceFirst(".*/", ""));

    assertThat(browser.find(row(0)).findElements(By.className("console-candidate"))).hasSize(20);
    browser.click(row(0));
    assertThat(browser.find(OPEN).findElements(By.cssSelector(".console-candidates li")))
        .hasSize(100);
  }

  @Test
  void should_fit_on_a_phone() throws SQLException {
    StoredBatch batch = StoredBatch.make(submitter.name(), "phone", 2_000);
    show(batch.id());
    browser.click(By.id("theme"));
    browser.resize(375, 800);
    browser.find(By.cssSelector("#results mark.mask"));

    assertThat(browser.fits()).isTrue();
    assertThatNothingIsWrong();
  }

  @Test
  void should_show_how_a_batch_goes_on_without_losing_the_place() {
    String path =
        submitter.client().submit(Texts.fresh(600), Json.createObjectBuilder().add("topK", 2));
    show(path.replaceFirst(".*/", ""));
    browser.run("const grid = document.querySelector('#results'); grid.scrollTop = 4800");
    browser.find(row(105));

    browser.find(By.cssSelector("#throughput canvas"));
    submitter.client().finished(path);

    await()
        .untilAsserted(
            () -> assertThat(browser.find(row(105)).findElements(By.tagName("small"))).hasSize(2));
    assertThat(browser.run("return document.querySelector('#results').scrollTop"))
        .isEqualTo(4_800L);
    assertThatNothingIsWrong();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_show_what_became_of_a_webhook() throws Exception {
    submitter.client().post("/api/v1/webhooks/secret", new byte[0], Map.of());
    try (Receiver receiver = new Receiver()) {
      String path =
          submitter
              .client()
              .submit(
                  List.of("没有空"),
                  Json.createObjectBuilder().add("callbackUrl", receiver.url("/end")));
      show(path.replaceFirst(".*/", ""));

      browser.find(By.cssSelector("#deliveries .text-bg-success"));
      browser.click(By.cssSelector("#settings summary"));
      assertThat(browser.find(By.id("settings")).getText()).contains(receiver.url("/end"));
      assertThatNothingIsWrong();
    }
  }
}
