package dev.tiankong.request;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * A body is not written in the charset that it should be in; the message says where, for people.
 */
public final class UndecodableBodyException extends CharacterCodingException {

  private final String message;

  UndecodableBodyException(long line, Charset charset) {
    this.message = "Line %d is not valid %s".formatted(line, charset.name());
  }

  @Override
  public String getMessage() {
    return message;
  }
}
