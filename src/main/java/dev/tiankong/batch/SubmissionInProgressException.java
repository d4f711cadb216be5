package dev.tiankong.batch;

/** Another submit with the same key is being taken in. It may become a batch, or be refused. */
public class SubmissionInProgressException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SubmissionInProgressException(IdempotencyKey key) {
    super(
        "A submit with the Idempotency-Key %s is being taken in: send this one again in a few seconds to get its batch."
            .formatted(key.value()));
  }
}
