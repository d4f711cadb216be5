package dev.tiankong.batch.api;

import dev.tiankong.batch.IdempotencyKeyReusedException;
import dev.tiankong.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class IdempotencyKeyReusedMapper implements ExceptionMapper<IdempotencyKeyReusedException> {

  @Override
  public Response toResponse(IdempotencyKeyReusedException exception) {
    return Problem.unprocessable("idempotency-key-reused", exception.getMessage()).toResponse();
  }
}
