package dev.tiankong.security;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Sentence;

/** A change to users or tokens that is refused. The message is for the client. */
public class AccountException extends RuntimeException {

  private final ProblemCode code;
  private final transient Sentence sentence;

  AccountException(ProblemCode code, Sentence sentence) {
    super(sentence.text());
    this.code = code;
    this.sentence = sentence;
  }

  public ProblemCode code() {
    return code;
  }

  public Sentence sentence() {
    return sentence;
  }
}
