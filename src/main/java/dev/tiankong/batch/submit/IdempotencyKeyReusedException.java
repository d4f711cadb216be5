package dev.tiankong.batch.submit;

import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.wording.Sentence;
import java.util.UUID;

/** The same key came with another body. */
public class IdempotencyKeyReusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String key;
  private final String batch;

  IdempotencyKeyReusedException(IdempotencyKey key, UUID batch) {
    this.key = key.value();
    this.batch = batch.toString();
  }

  @Override
  public String getMessage() {
    return sentence().text();
  }

  public Sentence sentence() {
    return Sentence.of(
            "The Idempotency-Key {key} belongs to batch {batch}, which was made from another body: use a new key.")
        .with("key", key)
        .with("batch", batch);
  }
}
