package dev.tiankong.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a client sends as a token: 256 random bits behind a prefix that secret scanners can find.
 */
record TokenSecret(String text) {

  static final String PREFIX = "tk_";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static TokenSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] digest() {
    return DigestUtils.sha256(text);
  }

  /** Not the secret: records are printed in logs and messages. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
