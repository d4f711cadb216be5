package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Submitting a batch in the console, in a real browser. */
@ArquillianTest
class NewBatchIT extends InBrowser {

  /** What a mouse does that lets go of a file over the page. */
  private static final String DROP =
      """
      const dropped = new DataTransfer();
      dropped.items.add(new File([arguments[1]], arguments[0]));
      document.querySelector('#drop').dispatchEvent(
          new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
      """;

  /** The same with a text; whether the browser is to do with it what it does everywhere. */
  private static final String DROP_TEXT =
      """
      const dropped = new DataTransfer();
      dropped.setData('text/plain', arguments[0]);
      return document.querySelector('#lines').dispatchEvent(
          new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
      """;

  @TempDir private Path folder;
  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void signIn() {
    browser.resume("new", submitter);
  }

  @Test
  void should_name_the_flawed_line_of_what_is_pasted_and_submit_the_rest() {
    List<String> texts = Texts.fresh(2);
    browser.find(By.id("lines")).sendKeys(texts.get(0) + "\n没有空。\n" + texts.get(1));

    String flaw = browser.find(By.cssSelector(".flaw")).getText();
    assertThat(flaw).contains("2").contains("没有空。");
    assertThat(browser.find(By.id("valid")).getText()).contains("2");
    assertThat(browser.find(By.cssSelector("#first mark.mask")).isDisplayed()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("submit"));

    browser.find(By.cssSelector(".badge.text-bg-warning"));
    assertThat(items(submitted()))
        .extracting(item -> item.getString("state"))
        .containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED");
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_warn_of_what_looks_like_a_blank_before_and_after_the_submit() {
    String text = Texts.fresh(1).get(0);
    browser.find(By.id("lines")).sendKeys("石家[mask]。" + text + "\n" + text);

    assertThat(browser.find(By.cssSelector(".doubt")).getText()).contains("1").contains("[mask]");
    assertThat(browser.find(By.id("valid")).getText()).contains("2");
    assertThat(browser.find(By.id("warned")).getText()).contains("1");
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("submit"));

    browser.click(By.id("only-warned"));
    browser.find(By.cssSelector("#results .console-grid-row:only-child mark.mask")).click();
    assertThat(browser.find(By.cssSelector("dialog .alert-warning")).getText()).contains("[mask]");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_take_a_spreadsheet_in_its_encoding_and_with_its_names_of_columns()
      throws IOException {
    List<String> texts = Texts.fresh(2);
    Path csv = folder.resolve("verses.csv");
    Files.writeString(
        csv,
        "号,\"句,子\"\n1,%s\n2,%s\n".formatted(texts.get(0), texts.get(1)),
        Charset.forName("GBK"));

    browser.find(By.id("file")).sendKeys(csv.toString());
    assertThat(browser.find(By.id("column")).getAttribute("value")).isEqualTo("1");
    assertThat(browser.find(By.id("valid")).getText()).contains("2");
    browser.click(By.id("submit"));

    String batch = submitted();
    assertThat(items(batch))
        .extracting(item -> item.getString("text"), item -> item.getJsonObject("input").toString())
        .containsExactly(
            tuple(texts.get(0), "{\"号\":\"1\"}"), tuple(texts.get(1), "{\"号\":\"2\"}"));
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_take_a_packed_file() throws IOException {
    List<String> texts = Texts.fresh(2);
    Path packed = folder.resolve("verses.jsonl.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(packed))) {
      file.write(
          "\"%s\"\n{\"id\": \"b\", \"text\": \"%s\"}\n"
              .formatted(texts.get(0), texts.get(1))
              .getBytes(StandardCharsets.UTF_8));
    }

    browser.find(By.id("file")).sendKeys(packed.toString());
    assertThat(browser.find(By.id("first")).getText()).contains("第");
    browser.find(By.id("valid"));
    browser.click(By.id("submit"));

    assertThat(items(submitted()))
        .extracting(item -> item.getString("text"))
        .containsExactlyElementsOf(texts);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_take_a_file_that_is_dropped() {
    String text = Texts.fresh(1).get(0);
    browser.find(By.id("drop"));
    assertThat(browser.run(DROP_TEXT, text)).isEqualTo(true);

    browser.run(DROP, "dropped.txt", text);

    assertThat(browser.find(By.id("chosen")).getText()).contains("dropped.txt");
    browser.find(By.id("valid"));
    browser.click(By.id("submit"));
    assertThat(items(submitted())).extracting(item -> item.getString("text")).containsExactly(text);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_tell_how_far_an_upload_is_and_leave_nothing_of_one_that_is_cancelled()
      throws IOException {
    Path file = Files.write(folder.resolve("verses.txt"), Texts.fresh(5_000));
    browser.find(By.id("file")).sendKeys(file.toString());
    browser.find(By.id("valid"));
    browser.slowLine(Duration.ZERO, (int) Files.size(file) / 20);

    browser.click(By.id("submit"));

    By share = By.cssSelector("#sending [role=progressbar]");
    await().until(() -> Integer.parseInt(browser.find(share).getAttribute("aria-valuenow")) > 10);
    assertThat(browser.find(By.id("sending")).getText()).contains("kB");
    browser.click(By.id("theme"));
    browser.click(By.id("language"));
    assertThat(browser.find(By.id("note")).isDisplayed()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("stop"));
    browser.find(By.id("submit"));
    assertThat(browser.find(By.id("note")).isDisplayed()).isTrue();
    assertThat(browser.find(By.id("chosen")).getText()).contains("verses.txt");
    assertThat(batches()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_make_one_batch_however_often_it_is_sent() {
    browser.find(By.id("lines")).sendKeys(Texts.fresh(1).get(0));
    browser.find(By.id("valid"));
    browser.cutLine();
    browser.click(By.id("submit"));
    browser.find(By.cssSelector(".alert-danger"));
    browser.slowLine(Duration.ofSeconds(20), -1);
    browser.click(By.id("submit"));
    // It has all arrived, and the answer is still on its way.
    await().until(() -> batches().size() == 1);
    browser.click(By.id("stop"));
    browser.mendLine();

    browser.click(By.id("submit"));

    assertThat(items(submitted())).hasSize(1);
    assertThat(batches()).hasSize(1);
  }

  @Test
  void should_submit_nothing_of_what_is_to_be_flawless_and_say_why() {
    browser.find(By.id("lines")).sendKeys(Texts.CAPITAL + "\n没有空。");
    browser.click(By.id("reject"));
    browser.find(By.cssSelector(".flaw"));
    browser.click(By.id("submit"));

    assertThat(browser.find(By.id("wrong")).getText()).contains("1 of 2");
    assertThat(browser.find(By.cssSelector(".flaw")).getText()).contains("没有空。");
    assertThat(browser.find(By.id("lines")).getAttribute("value")).contains("没有空。");
    assertThat(browser.barriers()).isEmpty();
    assertThat(batches()).isEmpty();
  }

  @Test
  void should_keep_what_was_typed_when_it_is_refused_reloaded_or_spoken_of_in_another_language() {
    browser.resize(375, 800);
    browser.find(By.id("lines")).sendKeys(Texts.fresh(1).get(0));
    browser.find(By.id("topK")).sendKeys("many");
    browser.find(By.id("topK-wrong"));
    browser.click(By.id("submit"));
    browser.find(By.id("topK-wrong"));
    browser.click(By.id("language"));
    browser.run("location.reload()");

    assertThat(browser.find(By.id("topK-wrong")).getText()).isEqualTo("候选数应为整数。");
    assertThat(browser.find(By.id("topK")).getAttribute("value")).isEqualTo("many");
    assertThat(browser.find(By.id("lines")).getAttribute("value")).contains("[MASK]");
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    // What the server refuses, browsers write down themselves.
    assertThat(browser.errors()).allMatch(error -> error.contains("422"));
    assertThat(batches()).isEmpty();
  }

  @Test
  void should_mark_as_english_what_it_has_no_words_for() {
    browser.find(By.id("lines"));
    Object shown =
        browser.run(
            """
            return Promise.all([import('/page/problems.js'), import('/page/lib/lit-html/lit-html.js')])
              .then(([{ told }, { render }]) => {
                const host = document.createElement('p');
                render(told({ code: 'of-tomorrow', message: 'Nobody knows it yet.' }), host);
                return host.querySelector('[lang=en]').textContent;
              });
            """);

    assertThat(shown).isEqualTo("Nobody knows it yet.");
  }

  private List<JsonValue> batches() {
    return submitter.client().get("/api/v1/batches").json().getJsonArray("batches");
  }

  private List<JsonObject> items(String batch) {
    submitter.client().finished(batch);
    return Items.of(submitter.client().get(batch + "/results"));
  }

  /** The path of the batch whose page came up. */
  private String submitted() {
    await().until(() -> hash().startsWith("#/batches/"));
    return "/api/v1" + hash().substring(1);
  }

  private String hash() {
    return (String) browser.run("return location.hash");
  }
}
