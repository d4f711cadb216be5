package dev.tiankong.batch.api;

import dev.tiankong.task.TaskUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class TaskUnavailableMapper implements ExceptionMapper<TaskUnavailableException> {

  @Override
  public Response toResponse(TaskUnavailableException exception) {
    return Refusals.of(exception).toResponse();
  }
}
