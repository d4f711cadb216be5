package dev.tiankong.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The header of that name, taken apart. Jakarta's own class for Basic reads names and passwords as
 * ASCII, and fails where there is no colon.
 *
 * @param scheme empty if there was no header
 */
record Authorization(String scheme, String credentials) {

  record NameAndPassword(String name, String password) {}

  static Authorization of(String header) {
    String given = header == null ? "" : header.trim();
    int end = given.indexOf(' ');
    return end < 0
        ? new Authorization(given, "")
        : new Authorization(given.substring(0, end), given.substring(end).trim());
  }

  boolean is(String scheme) {
    return this.scheme.equalsIgnoreCase(scheme);
  }

  /** Of Basic; empty if it is not base64, not UTF-8, or has no colon. */
  Optional<NameAndPassword> nameAndPassword() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(credentials));
      String pair = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new NameAndPassword(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Not what was given: it may be a password. */
  @Override
  public String toString() {
    return scheme;
  }
}
