package dev.tiankong.webhook;

/** Another request renewed the user's secret at the same moment. */
public class SecretChangedException extends RuntimeException {

  SecretChangedException() {
    super("Another request renewed this secret at the same moment");
  }
}
