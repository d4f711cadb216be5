package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is to be said of all pages of the console alike, in a real browser. */
@ArquillianTest
@Tag("long")
class EveryPageIT extends InBrowser {

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @Test
  void should_keep_nobody_out_and_break_no_rule_in_either_language_and_theme() throws IOException {
    Tour.through(
        browser,
        (page, language, theme) -> {
          String where = "%s, %s, %s".formatted(page, language, theme);
          // Contrast is a matter of the theme; names and roles are the same in both languages.
          if (language.equals("zh")) {
            assertThat(browser.barriers()).as(where).isEmpty();
          }
          assertThat(browser.errors()).as(where).isEmpty();
        });
  }
}
