package dev.tiankong.batch.api;

import dev.tiankong.batch.submit.QuotaExceededException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class QuotaExceededMapper implements ExceptionMapper<QuotaExceededException> {

  @Override
  public Response toResponse(QuotaExceededException exception) {
    return Refusals.of(exception).toResponse();
  }
}
