package dev.tiankong.batch.api;

import dev.tiankong.problem.Problem;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class FlawedSubmissionMapper implements ExceptionMapper<FlawedSubmissionException> {

  @Override
  public Response toResponse(FlawedSubmissionException exception) {
    JsonObject refusal = ReportJson.refusal(exception.report());
    return Response.status(refusal.getInt("status")).type(Problem.JSON).entity(refusal).build();
  }
}
