package dev.tiankong.batch.api;

import dev.tiankong.batch.submit.SubmissionInProgressException;
import dev.tiankong.problem.Problem;
import dev.tiankong.wording.ProblemCode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * For HTTP alone: a message of the broker that comes too early is no refusal, and is delivered
 * again.
 */
@Provider
public class SubmissionInProgressMapper implements ExceptionMapper<SubmissionInProgressException> {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public Response toResponse(SubmissionInProgressException exception) {
    return Problem.of(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS, exception.sentence())
        .retryAfter(PAUSE)
        .toResponse();
  }
}
