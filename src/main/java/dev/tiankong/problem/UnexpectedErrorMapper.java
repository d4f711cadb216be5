package dev.tiankong.problem;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.conflict.Conflict;
import dev.tiankong.outage.Outage;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Everything nobody expected: the log gets the stack trace, the client a number to quote. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

  @Override
  public Response toResponse(Throwable error) {
    if (Outage.isBehind(error)) {
      return Problem.away().toResponse();
    }
    if (Conflict.isBehind(error)) {
      return Problem.contended().toResponse();
    }
    String incident = UUID.randomUUID().toString();
    LOG.log(ERROR, "Incident " + incident, error);
    return new Problem(
            new Refusal(
                ProblemCode.INTERNAL_ERROR,
                Sentence.of(
                        "The server failed to process this request. The cause is in its log, under incident {incident}.")
                    .with("incident", incident)))
        .toResponse();
  }
}
