package dev.tiankong.local;

/** Why the launcher gives up, in one line that tells a person what to do about it. */
class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
