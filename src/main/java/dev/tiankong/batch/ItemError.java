package dev.tiankong.batch;

/**
 * Why a text has no answer.
 *
 * @param code stable, for programs
 * @param message for people: what is wrong and what to do about it
 */
public record ItemError(String code, String message) {

  /** The only error that says nothing about the text: another try may answer it. */
  static final String ATTEMPTS_EXHAUSTED = "ATTEMPTS_EXHAUSTED";

  /** Whether another try would come to the same. */
  public boolean isAboutText() {
    return !code.equals(ATTEMPTS_EXHAUSTED);
  }
}
