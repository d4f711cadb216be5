package dev.tiankong.batch.api;

import dev.tiankong.batch.submit.IdempotencyKeyReusedException;
import dev.tiankong.batch.submit.QuotaExceededException;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.task.InvalidOptionsException;
import dev.tiankong.task.TaskUnavailableException;
import dev.tiankong.wording.ProblemCode;
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
    return Problem.of(invalid.code(), invalid.sentence());
  }

  static Problem of(QuotaExceededException exceeded) {
    return Problem.of(ProblemCode.TOO_MUCH_OPEN, exceeded.sentence()).retryAfter(PAUSE);
  }

  static Problem of(TaskUnavailableException unavailable) {
    return Problem.of(ProblemCode.TASK_UNAVAILABLE, unavailable.sentence());
  }

  static Problem of(IdempotencyKeyReusedException reused) {
    return Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, reused.sentence());
  }
}
