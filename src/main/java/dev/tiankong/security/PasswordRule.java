package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.util.Optional;

/**
 * What NIST SP 800-63B asks of a password that people choose: a minimum length, and that it is not
 * among the first ones that somebody would try. No rules about kinds of characters, which only make
 * passwords predictable.
 */
final class PasswordRule {

  private static final int MIN_LENGTH = 12;
  // Nobody types more; a hash of megabytes would be work for nothing.
  private static final int MAX_LENGTH = 128;

  private PasswordRule() {}

  /**
   * @param user the name of whose it is to be
   * @throws Refusal if the password is too short, too long, or easy to guess
   */
  static void check(String password, String user) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new Refusal(
          ProblemCode.INVALID_PASSWORD,
          Sentence.of("A password has {least} to {most} characters of any kind.")
              .with("least", MIN_LENGTH)
              .with("most", MAX_LENGTH));
    }
    weakness(password, user)
        .ifPresent(
            weakness -> {
              throw new Refusal(
                  ProblemCode.WEAK_PASSWORD,
                  new Sentence(
                      "The password is easy to guess: %s. Use several unrelated words, in any language."
                          .formatted(weakness.template()),
                      weakness.values()));
            });
  }

  /**
   * What makes a password easy to guess; empty if nothing does. A short one may pass.
   *
   * @param user the name of whose it is
   */
  static Optional<Sentence> weakness(String password, String user) {
    return GuessablePassword.of(Passwords.normalized(password), user).weakness();
  }
}
