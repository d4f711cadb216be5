package dev.tiankong.openai;

import dev.tiankong.problem.OpenAiError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns a refusal into what OpenAI's clients raise their exceptions from. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    return Response.status(refusal.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(
            OpenAiError.of(refusal.status(), refusal.getMessage(), refusal.param(), refusal.code()))
        .build();
  }
}
