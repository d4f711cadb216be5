package dev.tiankong.batch.submit;

import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.wording.Sentence;

/** Another submit with the same key is being taken in. It may become a batch, or be refused. */
public class SubmissionInProgressException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String key;

  SubmissionInProgressException(IdempotencyKey key) {
    this.key = key.value();
  }

  @Override
  public String getMessage() {
    return sentence().text();
  }

  public Sentence sentence() {
    return Sentence.of(
            "A submit with the Idempotency-Key {key} is being taken in: send this one again in a few seconds to get its batch.")
        .with("key", key);
  }
}
