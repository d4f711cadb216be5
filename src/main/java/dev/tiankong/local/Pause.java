package dev.tiankong.local;

/** Waits between two looks at another process, which cannot tell us itself that it is ready. */
final class Pause {
  private static final long MILLIS = 500;

  private Pause() {}

  static void briefly() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
