package dev.tiankong.it;

import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.WebDriverException;

/**
 * A test in a browser in which nobody is signed in. All tests of a process share one browser, since
 * starting Chromium takes longer than many of them.
 */
abstract class InBrowser {

  private static Browser shared;

  Browser browser;

  @BeforeEach
  void openBrowser() {
    if (shared == null) {
      open();
    } else {
      try {
        shared.forget();
      } catch (WebDriverException e) {
        // The previous test crashed or blocked it.
        shared.close();
        open();
      }
    }
    browser = shared;
  }

  private static void open() {
    Browser opened = Browser.open();
    Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
    shared = opened;
  }
}
