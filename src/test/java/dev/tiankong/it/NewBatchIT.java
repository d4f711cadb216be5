package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Submitting from the console, in a real browser. */
@ArquillianTest
class NewBatchIT {

  private final Account submitter = Account.make("submitter");
  private final List<String> texts = Texts.fresh(2);
  @TempDir Path folder;
  private Browser browser;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    browser.signIn("new", submitter);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void should_name_the_flawed_line_before_lines_are_submitted() {
    write(texts.get(0) + "\n\n没有空。\n" + texts.get(1));
    browser.find(By.id("name")).sendKeys("pasted");

    browser.find(By.cssSelector("#report[data-invalid='1']"));
    assertThat(browser.find(By.cssSelector("#flaws tbody tr:only-child")).getText())
        .startsWith("3")
        .contains("没有空。");
    assertThat(browser.find(By.id("beginning")).getText()).contains("没有空。");
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("submit"));

    JsonObject batch = shownBatch();
    assertThat(batch.getString("name")).isEqualTo("pasted");
    assertThat(batch.getInt("succeeded")).isEqualTo(2);
    assertThat(batch.getInt("failed")).isEqualTo(1);
    browser.go("new");
    assertThat(browser.find(By.id("lines")).getDomProperty("value")).as("a new draft").isEmpty();
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_take_a_spreadsheet_in_its_own_encoding_and_with_its_own_columns() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("句子.csv"),
            "作者,句子\r\n甲,\"%s\"\r\n乙,%s\r\n".formatted(texts.get(0), texts.get(1)),
            Charset.forName("GBK"));

    browser.choose(By.id("file"), file);

    browser.find(By.cssSelector("#report[data-invalid='0']"));
    assertThat(browser.find(By.id("charset")).getDomProperty("value")).isEqualTo("GB18030");
    assertThat(browser.find(By.id("column")).getDomProperty("value")).isEqualTo("1");
    assertThat(browser.barriers()).isEmpty();
    browser.click(By.id("submit"));

    assertThat(shownBatch().getInt("succeeded")).isEqualTo(2);
    JsonObject item = items().get(1);
    assertThat(item.getString("text")).isEqualTo(texts.get(1));
    assertThat(item.getJsonObject("input").getString("作者")).isEqualTo("乙");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_take_a_packed_file() throws IOException {
    Path file = folder.resolve("texts.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "\"%s\"\n{\"id\": \"b\", \"text\": \"%s\"}\n".formatted(texts.toArray()).getBytes());
    }

    browser.choose(By.id("file"), file);
    browser.find(By.cssSelector("#report[data-invalid='0']"));
    assertThat(browser.find(By.id("beginning")).getText()).contains("个城市是北");
    browser.click(By.id("submit"));

    assertThat(shownBatch().getInt("succeeded")).isEqualTo(2);
    assertThat(items().get(1).getString("id")).isEqualTo("b");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_take_what_is_dropped_and_say_what_cannot_be_read() {
    drop("picture.png", "");
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("picture.png");

    drop("lines.txt", String.join("\n", texts));
    browser.find(By.cssSelector("#report[data-invalid='0']"));
    browser.click(By.id("submit"));

    assertThat(shownBatch().getInt("succeeded")).isEqualTo(2);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_keep_what_was_typed_when_it_is_refused_or_left() {
    write(texts.get(0) + "\n没有空。");
    browser.click(By.cssSelector("#on-error option[value=reject]"));
    browser.find(By.id("report"));
    browser.click(By.id("submit"));
    browser.find(By.cssSelector("[role=alert]"));
    browser.find(By.cssSelector("#flaws tbody tr:only-child"));

    browser.find(By.id("topK")).sendKeys("0");
    browser.click(By.id("submit"));
    assertThat(browser.find(By.id("topK-wrong")).getText()).contains("topK");
    browser.resize(375, 800);
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(browser.barriers()).isEmpty();

    browser.run("location.reload()");
    assertThat(browser.find(By.id("lines")).getDomProperty("value")).contains(texts.get(0));
    browser.click(By.id("language"));
    assertThat(browser.find(By.id("topK")).getDomProperty("value")).isEqualTo("0");
    assertThat(submitter.client().get("/api/v1/batches").json().getJsonArray("batches")).isEmpty();
  }

  private void write(String lines) {
    browser.find(By.id("lines")).sendKeys(lines);
  }

  private void drop(String name, String content) {
    browser.run(
        """
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[1]], arguments[0]));
        document.querySelector('.console-drop').dispatchEvent(new DragEvent('drop', {dataTransfer, cancelable: true}));
        """,
        name,
        content);
  }

  /** Finished; the one whose page is open. */
  private JsonObject shownBatch() {
    browser.find(By.cssSelector("#results tbody tr, #results [role=row]"));
    return submitter.client().finished(address());
  }

  private List<JsonObject> items() {
    return submitter
        .client()
        .get(address() + "/results")
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private String address() {
    String hash = (String) browser.run("return location.hash");
    return "/api/v1/" + hash.substring(2);
  }
}
