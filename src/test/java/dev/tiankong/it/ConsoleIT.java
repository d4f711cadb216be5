package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The frame of the console, and asking at once, in a real browser. */
@ArquillianTest
class ConsoleIT extends InBrowser {

  private static final By NO_ANSWER = By.cssSelector("main:not(:has(.console-chip))");

  private final Account submitter = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_sign_in_and_out_and_keep_the_session_over_a_reload() {
    browser.signIn("try-it", submitter);
    browser.run("location.reload()");
    assertThat(browser.find(By.tagName("header")).getText()).contains(submitter.name());

    browser.click(By.id("sign-out"));

    browser.find(By.id("password"));
    assertThat(browser.run("return document.cookie")).isEqualTo("");
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.askedHosts()).containsExactly(Browser.server());
  }

  @Test
  void should_come_packed() {
    browser.openConsole();
    browser.find(By.id("user"));

    assertThat(
            browser.run(
                """
                return performance.getEntriesByType('resource')
                  .filter(({name}) => name.includes('/page/'))
                  .filter(({encodedBodySize, decodedBodySize}) => encodedBodySize >= decodedBodySize)
                  .map(({name}) => name)
                """))
        .isEqualTo(List.of());
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_say_what_is_wrong_with_a_sign_in() {
    browser.openConsole();
    browser.find(By.id("user")).sendKeys(submitter.name());
    browser.find(By.id("password")).sendKeys("not the password");
    browser.click(By.cssSelector("form button.btn-primary"));

    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).isNotBlank();
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void should_answer_a_sentence_and_put_in_what_is_clicked() {
    browser.resume("try-it", submitter);
    browser.find(By.cssSelector(".console-chip"));
    browser.click(By.xpath("//button[contains(@class, 'example')][contains(., '首都')]"));
    browser.find(By.cssSelector(".list-group-item"));

    browser.click(By.xpath("(//section[2]//button)[2]"));

    String token = browser.find(By.xpath("((//section)[2]//button)[2]/span[1]")).getText();
    assertThat(browser.find(By.cssSelector(".console-filled")).getText()).contains(token);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_show_no_answer_to_what_was_deleted_meanwhile() {
    browser.resume("try-it", submitter);
    browser.find(By.cssSelector(".console-chip"));
    browser.run(
        """
        const ask = window.fetch;
        window.fetch = async (url, options) => {
          const answer = await ask(url, options);
          window.held = true;
          await new Promise((resolve) => { window.release = resolve; });
          // Behind all that the page does with it.
          setTimeout(() => { window.answered = true; }, 50);
          return answer;
        };
        """);
    browser.find(By.id("sentence")).sendKeys("!");
    await().until(() -> browser.run("return window.held === true"), Boolean.TRUE::equals);

    browser.find(By.id("sentence")).sendKeys(Keys.chord(Keys.CONTROL, "a"), "空");
    browser.find(NO_ANSWER);
    browser.run("window.release()");
    await().until(() -> browser.run("return window.answered === true"), Boolean.TRUE::equals);

    browser.find(NO_ANSWER);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_speak_both_languages_and_wear_both_themes_on_a_phone() {
    browser.resume("try-it", submitter);
    String before = browser.find(By.tagName("h1")).getText();
    browser.click(By.id("language"));
    String after = browser.find(By.tagName("h1")).getText();
    assertThat(List.of(before, after)).containsExactlyInAnyOrder("试一试", "Try it");

    browser.click(By.id("theme"));
    browser.resize(375, 800);

    browser.find(By.cssSelector(".console-chip"));
    assertThat(browser.fits()).isTrue();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_keep_what_was_typed_in_another_theme_and_language() {
    browser.resume("try-it", submitter);
    browser.find(By.id("sentence")).sendKeys(Texts.CAPITAL);
    String typed = browser.find(By.id("sentence")).getDomProperty("value");
    assertThat(typed).endsWith(Texts.CAPITAL);
    String theme = browser.find(By.id("theme")).getText();
    String title = browser.find(By.tagName("h1")).getText();

    browser.click(By.id("theme"));
    assertThat(browser.find(By.id("theme")).getText()).isNotEqualTo(theme);
    assertThat(browser.find(By.id("sentence")).getDomProperty("value")).isEqualTo(typed);
    browser.click(By.id("language"));

    browser.find(By.xpath("//h1[. != '%s']".formatted(title)));
    assertThat(browser.find(By.id("sentence")).getDomProperty("value")).isEqualTo(typed);
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_say_that_nobody_was_signed_out() {
    browser.resume("models", submitter);
    browser.find(By.cssSelector("main section"));
    browser.cutLine();

    browser.click(By.id("sign-out"));

    assertThat(browser.find(By.cssSelector("header + div .alert-danger")).getText()).isNotBlank();
    browser.mendLine();
    browser.click(By.id("sign-out"));
    browser.find(By.id("password"));
  }

  @Test
  void should_follow_a_batch_to_its_end_and_show_its_failures_alone() {
    List<String> texts = new ArrayList<>(Texts.fresh(12));
    texts.add("没有空。");
    submitter.client().submit(texts, Json.createObjectBuilder().add("name", "followed"));
    browser.resume("batches", submitter);

    browser.click(By.linkText("followed"));

    browser.find(By.cssSelector(".badge.text-bg-warning"));
    browser.find(By.cssSelector("#results mark.mask"));
    browser.click(By.id("only-failed"));
    browser.find(By.xpath("//*[@id='results']//*[@data-index='0'][contains(., '没有空。')]"));
    browser.find(By.cssSelector("#results .console-grid-row:only-child"));
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_pause_resume_and_delete_from_the_list() {
    String path = submitter.client().submit(Texts.fresh(400));
    String id = path.substring(path.lastIndexOf('/') + 1);
    browser.resume("batches", submitter);

    browser.click(By.cssSelector("[id='" + id + "'] input"));
    browser.click(By.id("pause"));
    browser.find(By.cssSelector("[id='" + id + "'] .text-bg-info"));
    browser.click(By.cssSelector("[id='" + id + "'] input"));
    browser.click(By.id("resume"));
    browser.find(
        By.cssSelector("[id='" + id + "'] .text-bg-primary, [id='" + id + "'] .text-bg-light"));
    browser.click(By.cssSelector("[id='" + id + "'] input"));
    browser.click(By.id("cancel"));
    browser.click(By.cssSelector("dialog .btn-danger"));
    browser.find(By.cssSelector("[id='" + id + "'] .text-bg-secondary"));
    browser.click(By.cssSelector("[id='" + id + "'] input"));
    browser.click(By.id("delete"));
    browser.click(By.cssSelector("dialog .btn-danger"));

    await().until(() -> submitter.client().get(path).status() == 404);
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void should_let_the_cookie_alone_sign_in_until_it_is_over() {
    Answer session = submitter.client().post("/api/v1/session", new byte[0], Map.of());
    String cookie = session.header("Set-Cookie");
    assertThat(cookie)
        .startsWith("tiankong-session=")
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .doesNotContainIgnoringCase("Secure");
    Map<String, String> own = Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
    Client stranger = Client.stranger();
    assertThat(stranger.get("/api/v1/me", own).json().getString("name"))
        .isEqualTo(submitter.name());

    assertThat(stranger.get("/api/v1/me", Map.of("Cookie", "__Host-" + own.get("Cookie"))).status())
        .as("the name that it has over TLS")
        .isEqualTo(401);

    assertThat(submitter.token("submitter").post("/api/v1/session", new byte[0]).status())
        .as("a token cannot sign in a page")
        .isEqualTo(403);
    Answer end = stranger.call("DELETE", "/api/v1/session", "", "Cookie", own.get("Cookie"));
    assertThat(end.status()).isEqualTo(204);
    assertThat(end.header("Clear-Site-Data")).isEqualTo("\"cache\"");

    assertThat(stranger.get("/api/v1/me", own).status()).isEqualTo(401);
  }

  @Test
  void should_serve_its_files_to_everybody_and_no_others() {
    Client stranger = Client.stranger();
    Answer page = stranger.get("/", "text/html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(stranger.get("/", Map.of("If-None-Match", page.header("ETag"))).status())
        .isEqualTo(304);
    assertThat(stranger.get("/page/lib/uplot/uPlot.esm.js").status()).isEqualTo(200);

    Map<String, String> packing = Map.of("Accept-Encoding", "gzip, deflate, br");
    Answer packed = stranger.get("/page/app.js", packing);
    Answer plain = stranger.get("/page/app.js");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.headers("Vary")).contains("Accept-Encoding");
    assertThat(packed.body()).isEqualTo(plain.body());
    assertThat(packed.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
    assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
    for (Answer unpacked :
        List.of(plain, stranger.get("/page/app.js", Map.of("Accept-Encoding", "gzip;q=0, *")))) {
      assertThat(unpacked.header("Content-Encoding")).isNull();
      assertThat(unpacked.headers("Vary")).contains("Accept-Encoding");
    }

    for (String path :
        List.of("/page/", "/page/none.js", "/page/%2e%2e/ConsolePage.class", "/page/README.md")) {
      assertThat(stranger.get(path).status()).as(path).isIn(400, 401, 404);
    }
  }
}
