package dev.tiankong.local;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine that computes, as far as an import needs it in this JVM. */
final class Engine {

  // Kept here, or it would forget its level.
  private static final Logger LOGGER = Logger.getLogger("ai.djl");

  private Engine() {}

  /** Its native libraries go where the server has them, and are not looked for elsewhere. */
  static void prepare(Home home) {
    // It reports at length on graphics cards that nobody needs.
    LOGGER.setLevel(Level.SEVERE);
    System.setProperty("DJL_CACHE_DIR", home.folder().resolve("djl").toString());
    System.setProperty("ai.djl.offline", "true");
  }
}
