package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.time.Duration;

/** What somebody wants a token to be. */
public record TokenRequest(String name, Role role, Duration validity) {

  /** What the token of a page is called. */
  static final String SESSION = "Console";

  private static final int MAX_NAME_LENGTH = 100;
  private static final int MAX_DAYS = 365;
  private static final int DEFAULT_DAYS = 90;

  /** What the page of somebody who signed in with a password uses. */
  static TokenRequest session(Role role) {
    return new TokenRequest(SESSION, role, SessionCookie.LIFE);
  }

  /**
   * @param days null for the default
   * @throws Refusal if name or days are out of bounds
   */
  public static TokenRequest of(String name, Role role, Integer days) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
      throw new Refusal(
          ProblemCode.INVALID_TOKEN_NAME,
          Sentence.of(
                  "A token's name has 1 to {most} characters, and should say what uses the token.")
              .with("most", MAX_NAME_LENGTH));
    }
    if (name.equals(SESSION)) {
      throw new Refusal(
          ProblemCode.INVALID_TOKEN_NAME,
          Sentence.of("reserved", "{name} is reserved for console sessions: choose another name.")
              .with("name", SESSION));
    }
    int valid = days == null ? DEFAULT_DAYS : days;
    if (valid < 1 || valid > MAX_DAYS) {
      throw new Refusal(
          ProblemCode.INVALID_EXPIRY,
          Sentence.of("expiresInDays must be from 1 to {most}.").with("most", MAX_DAYS));
    }
    return new TokenRequest(name, role, Duration.ofDays(valid));
  }
}
