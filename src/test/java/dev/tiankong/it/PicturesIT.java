package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Makes the pictures of the console that the READMEs show: {@code mvn verify -Ppictures}. */
@ArquillianTest
@Tag("pictures")
class PicturesIT {

  private static final Path FOLDER = Path.of("src/docs/pictures");
  private static final Account ADMIN = Account.admin();

  /** Charts draw themselves, and bars grow, a moment after the page is there. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_show_every_page_in_both_languages_and_themes() throws IOException {
    Scene scene = Scene.set();
    Map<String, By> pages = pages(scene);
    try (Browser browser = Browser.open()) {
      browser.resize(1280, 960);
      browser.signIn("new", ADMIN);
      // It is still there whenever the page is opened again.
      browser.find(By.id("lines")).sendKeys(String.join("\n", Texts.TUTORIAL));
      browser.click(By.id("sign-out"));
      for (String language : List.of("en", "zh")) {
        for (String theme : List.of("light", "dark")) {
          prefer(browser, language, theme);
          browser.find(By.id("password"));
          picture(browser, "sign-in", language, theme);
          browser.signIn("overview", ADMIN);
          for (var page : pages.entrySet()) {
            browser.go(page.getKey());
            browser.find(page.getValue());
            picture(browser, page.getKey().replaceFirst("(batch)es/.*", "$1"), language, theme);
          }
          browser.click(By.id("sign-out"));
        }
      }
    } finally {
      scene.clear();
    }
  }

  /** With what shows that a page is complete. */
  private static Map<String, By> pages(Scene scene) {
    Map<String, By> pages = new LinkedHashMap<>();
    pages.put("try-it", By.cssSelector(".console-chip"));
    pages.put("new", By.cssSelector(".flaw"));
    pages.put("batches", By.cssSelector("tbody tr:nth-child(5)"));
    pages.put("batches/" + scene.running(), By.cssSelector("#results mark.mask"));
    pages.put("overview", By.cssSelector("#throughput canvas"));
    pages.put("queues", By.cssSelector(".dead-letters tr"));
    pages.put("models", By.cssSelector("main pre"));
    pages.put("account", By.cssSelector("#token-table tbody tr"));
    pages.put("users", By.cssSelector("#user-table tbody tr"));
    pages.put("audit", By.cssSelector("#audit-table tbody tr"));
    return pages;
  }

  private static void prefer(Browser browser, String language, String theme) {
    browser.run(
        """
        localStorage.setItem('tiankong.language', arguments[0]);
        localStorage.setItem('tiankong.theme', arguments[1]);
        location.reload();
        """,
        language,
        theme);
  }

  private static void picture(Browser browser, String page, String language, String theme)
      throws IOException {
    await().pollDelay(SETTLING).until(() -> true);
    browser.picture(FOLDER.resolve("%s-%s-%s.webp".formatted(page, language, theme)));
  }
}
