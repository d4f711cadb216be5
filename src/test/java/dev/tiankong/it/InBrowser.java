package dev.tiankong.it;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a browser of its own, in which nobody is signed in. */
abstract class InBrowser {

  Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = Browser.open();
  }

  @AfterEach
  void closeBrowser() {
    // None where the test was skipped, since there is no Chromium.
    if (browser != null) {
      browser.close();
    }
  }
}
