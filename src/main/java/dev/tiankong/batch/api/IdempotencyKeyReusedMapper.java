package dev.tiankong.batch.api;

import dev.tiankong.batch.submit.IdempotencyKeyReusedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class IdempotencyKeyReusedMapper implements ExceptionMapper<IdempotencyKeyReusedException> {

  @Override
  public Response toResponse(IdempotencyKeyReusedException exception) {
    return Refusals.of(exception).toResponse();
  }
}
