package dev.tiankong.batch;

import java.util.UUID;

/** The same key came with another body. */
public class IdempotencyKeyReusedException extends RuntimeException {

  IdempotencyKeyReusedException(IdempotencyKey key, UUID batch) {
    super(
        "The Idempotency-Key %s belongs to batch %s, which was made from another body: use a new key."
            .formatted(key.value(), batch));
  }
}
