package dev.tiankong.batch;

/** Options that the task cannot follow; the message says which and why, for people. */
public class InvalidOptionsException extends RuntimeException {

  private final String code;

  public InvalidOptionsException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
