package dev.tiankong.batch.api;

import dev.tiankong.batch.IllegalBatchStateException;
import dev.tiankong.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class IllegalBatchStateMapper implements ExceptionMapper<IllegalBatchStateException> {

  @Override
  public Response toResponse(IllegalBatchStateException exception) {
    return Problem.of(exception.code(), exception.sentence()).toResponse();
  }
}
