package dev.tiankong.security;

/**
 * The group of callers who gave a password. What outlives a token, such as another token or a
 * password, is not made with a token: else who steals one could stay for ever.
 */
public final class PasswordSignIn {

  public static final String GROUP = "signed-in-by-password";

  private PasswordSignIn() {}
}
