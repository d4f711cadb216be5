package dev.tiankong.batch.submit;

import dev.tiankong.wording.Sentence;

/** The user has as much open already as one user may. */
public class QuotaExceededException extends RuntimeException {

  private final transient Sentence sentence;

  QuotaExceededException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }
}
