package dev.tiankong.batch.api;

import dev.tiankong.batch.TaskUnavailableException;
import dev.tiankong.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class TaskUnavailableMapper implements ExceptionMapper<TaskUnavailableException> {

  @Override
  public Response toResponse(TaskUnavailableException exception) {
    return new Problem(503, "task-unavailable", exception.getMessage()).toResponse();
  }
}
