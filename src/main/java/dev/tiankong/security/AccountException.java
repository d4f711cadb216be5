package dev.tiankong.security;

/** A change to users or tokens that is refused. The message is for the client. */
public class AccountException extends RuntimeException {

  /** What stands against it. */
  public enum Reason {
    /** What was asked for breaks a rule. */
    INVALID,
    /** It goes beyond what the caller may do. */
    FORBIDDEN,
    /** There is nothing of that name. */
    UNKNOWN,
    /** What is there already does not allow it. */
    CONFLICT
  }

  private final Reason reason;
  private final String code;

  private AccountException(Reason reason, String code, String message) {
    super(message);
    this.reason = reason;
    this.code = code;
  }

  static AccountException invalid(String code, String message) {
    return new AccountException(Reason.INVALID, code, message);
  }

  static AccountException forbidden(String code, String message) {
    return new AccountException(Reason.FORBIDDEN, code, message);
  }

  static AccountException unknown(String code, String message) {
    return new AccountException(Reason.UNKNOWN, code, message);
  }

  static AccountException conflict(String code, String message) {
    return new AccountException(Reason.CONFLICT, code, message);
  }

  public Reason reason() {
    return reason;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
