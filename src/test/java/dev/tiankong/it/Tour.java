package dev.tiankong.it;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;

/** Every page of the console, with something on it, in both languages and themes. */
final class Tour {

  private static final Account ADMIN = Account.admin();

  private Tour() {}

  /** What is done at each stop. */
  interface Visit {
    void at(String page, String language, String theme) throws IOException;
  }

  /** Expects the application to hold a {@link FaultSwitch}. */
  static void through(Browser browser, Visit visit) throws IOException {
    Scene scene = Scene.set();
    try {
      browser.resize(1280, 960);
      browser.signIn("new", ADMIN);
      // It is still there whenever the page is opened again.
      browser.find(By.id("lines")).sendKeys(String.join("\n", Texts.TUTORIAL));
      signOut(browser);
      for (String language : List.of("en", "zh")) {
        for (String theme : List.of("light", "dark")) {
          prefer(browser, language, theme);
          visit.at("sign-in", language, theme);
          browser.signIn("overview", ADMIN);
          for (var page : pages(scene).entrySet()) {
            browser.go(page.getKey());
            browser.find(page.getValue());
            visit.at(page.getKey().replaceFirst("(batch)es/.*", "$1"), language, theme);
          }
          signOut(browser);
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

  private static void signOut(Browser browser) {
    browser.click(By.id("sign-out"));
    browser.find(By.id("password"));
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
    browser.find(By.cssSelector("[data-bs-theme=%s] #password".formatted(theme)));
  }
}
