package dev.tiankong.security;

/**
 * What NIST SP 800-63B asks of a password that people choose: a minimum length, and no rules about
 * kinds of characters, which only make passwords predictable.
 */
final class PasswordRule {

  private static final int MIN_LENGTH = 12;
  // Nobody types more; a hash of megabytes would be work for nothing.
  private static final int MAX_LENGTH = 128;

  private PasswordRule() {}

  /**
   * @throws AccountException if the password is too short or too long
   */
  static void check(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw AccountException.invalid(
          "invalid-password",
          "A password has %d to %d characters, of any kind.".formatted(MIN_LENGTH, MAX_LENGTH));
    }
  }
}
