package dev.tiankong.batch.api;

import dev.tiankong.task.InvalidOptionsException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class InvalidOptionsMapper implements ExceptionMapper<InvalidOptionsException> {

  @Override
  public Response toResponse(InvalidOptionsException exception) {
    return Refusals.of(exception).toResponse();
  }
}
