package dev.tiankong.local;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords that nobody guesses. */
final class RandomSecret {
  // No 0, O, 1, l or I: people copy it from one screen to another by hand.
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  // 57^22 is more than 2^128.
  private static final int LENGTH = 22;

  private RandomSecret() {}

  static String make() {
    return new SecureRandom()
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(index -> ALPHABET.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
