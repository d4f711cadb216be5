package dev.tiankong.batch.api;

import dev.tiankong.batch.IdempotencyKeyReusedException;
import dev.tiankong.batch.InvalidOptionsException;
import dev.tiankong.batch.QuotaExceededException;
import dev.tiankong.batch.TaskUnavailableException;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;

/** Why a submit is not taken, in the words that clients know, whichever way it came in. */
final class Refusals {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private Refusals() {}

  /** Empty if it is a failure, and no refusal. */
  static Optional<Problem> problem(RuntimeException reason) {
    if (reason instanceof ProblemException known) {
      return Optional.of(known.problem());
    }
    if (reason instanceof InvalidOptionsException invalid) {
      return Optional.of(of(invalid));
    }
    if (reason instanceof QuotaExceededException exceeded) {
      return Optional.of(of(exceeded));
    }
    if (reason instanceof TaskUnavailableException unavailable) {
      return Optional.of(of(unavailable));
    }
    return reason instanceof IdempotencyKeyReusedException reused
        ? Optional.of(of(reused))
        : Optional.empty();
  }

  static Problem of(InvalidOptionsException invalid) {
    return Problem.unprocessable(invalid.code(), invalid.getMessage());
  }

  static Problem of(QuotaExceededException exceeded) {
    return new Problem(429, "too-much-open", exceeded.getMessage()).retryAfter(PAUSE);
  }

  static Problem of(TaskUnavailableException unavailable) {
    return new Problem(503, "task-unavailable", unavailable.getMessage());
  }

  static Problem of(IdempotencyKeyReusedException reused) {
    return Problem.unprocessable("idempotency-key-reused", reused.getMessage());
  }
}
