package dev.tiankong.problem;

import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that the application refuses, as a problem document (RFC 9457). */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    return new Problem(refusal).toResponse();
  }
}
