package dev.tiankong.batch.api;

import dev.tiankong.batch.QuotaExceededException;
import dev.tiankong.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

@Provider
public class QuotaExceededMapper implements ExceptionMapper<QuotaExceededException> {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Override
  public Response toResponse(QuotaExceededException exception) {
    return new Problem(429, "too-much-open", exception.getMessage()).retryAfter(PAUSE).toResponse();
  }
}
