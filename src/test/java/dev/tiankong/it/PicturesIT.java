package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the console that the READMEs show: {@code mvn verify -Pone
 * -Dit.test=PicturesIT}.
 */
@ArquillianTest
@Tag("on-request")
@Tag("alone")
class PicturesIT extends InBrowser {

  private static final Path FOLDER = Path.of("src/docs/pictures");

  /** Charts draw themselves, and bars grow, a moment after the page is there. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  /** The chart of a batch begins when the page is opened, and has a point for each chunk since. */
  private static final Duration SOME_CHUNKS = Duration.ofSeconds(20);

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_show_every_page_in_both_languages_and_themes() throws IOException {
    Tour.through(
        browser,
        (page, language, theme) -> {
          pause(page.equals("batch") ? SOME_CHUNKS : SETTLING);
          browser.picture(FOLDER.resolve("%s-%s-%s.webp".formatted(page, language, theme)));
        });
  }

  private static void pause(Duration time) {
    await().timeout(time.multipliedBy(2)).pollDelay(time).until(() -> true);
  }
}
