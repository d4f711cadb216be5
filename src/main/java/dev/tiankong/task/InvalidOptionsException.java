package dev.tiankong.task;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Sentence;

/** Options that the task cannot follow; the message says which and why, for people. */
public class InvalidOptionsException extends RuntimeException {

  private final ProblemCode code;
  private final transient Sentence sentence;

  public InvalidOptionsException(ProblemCode code, Sentence sentence) {
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
