package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the pages of the console take to load where a thousand batches are kept, one of
 * them with a million results.
 */
@Tag("on-request")
@Tag("alone")
class PagesIT {

  private static final int LARGE = 1_000_000;
  private static final int BATCHES = 1_000;
  private static final int SMALL = 20;
  private static final int ROUNDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void should_show_how_fast_pages_come() throws Exception {
    try (Victim victim = NoOpSite.start("pages-home")) {
      Client client = Client.admin(victim.uri());
      String large = NoOpSite.run(client, LARGE, 0).batch();
      for (int i = 1; i < BATCHES; i++) {
        NoOpSite.submit(client, SMALL, i);
      }
      Books books = new Books(victim.database());
      await().atMost(PATIENCE).until(() -> books.open() == 0);
      try (Browser browser = Browser.open(victim.uri().getAuthority())) {
        browser.resume("batches", new Account("admin", System.getenv("TIANKONG_ADMIN_PASSWORD")));
        for (var page : pages(large.substring(large.lastIndexOf('/') + 1)).entrySet()) {
          measure(browser, page.getKey(), page.getValue());
        }
      }
    }
  }

  private static void measure(Browser browser, String page, String mark) {
    // The first one to come waits for what is read once: a model, a plan, compiled code.
    browser.load(page, mark);
    double[] times =
        DoubleStream.generate(() -> browser.load(page, mark)).limit(ROUNDS).sorted().toArray();
    System.out.printf(
        "%-50s %5.0f ms   (%d rounds, %.0f to %.0f)%n",
        page, times[ROUNDS / 2], ROUNDS, times[0], times[ROUNDS - 1]);
  }

  /** With what each shows last. */
  private static Map<String, String> pages(String large) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("try-it", ".console-chip");
    pages.put("new", "#model option");
    pages.put("batches", "tbody tr:nth-child(50)");
    pages.put("batches/" + large, "#results mark.mask");
    pages.put("overview", "#latency table");
    pages.put("queues", "#queue-table tbody tr");
    pages.put("models", "main pre");
    pages.put("account", "#token-table tbody tr");
    pages.put("users", "#user-table tbody tr");
    pages.put("audit", "#audit-table tbody tr");
    return pages;
  }
}
