package dev.tiankong.request;

import dev.tiankong.wording.Sentence;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * A body is not written in the charset that it should be in; the message says where, for people.
 */
public final class UndecodableBodyException extends CharacterCodingException {

  private final transient Sentence sentence;

  UndecodableBodyException(long line, Charset charset) {
    this.sentence =
        Sentence.of("not-decodable", "Line {line} is not valid {charset}.")
            .with("line", line)
            .with("charset", charset.name());
  }

  @Override
  public String getMessage() {
    return sentence.text();
  }

  public Sentence sentence() {
    return sentence;
  }
}
