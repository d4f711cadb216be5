package dev.tiankong.security.api;

import dev.tiankong.problem.Problem;
import dev.tiankong.security.AccountException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class AccountExceptionMapper implements ExceptionMapper<AccountException> {

  @Override
  public Response toResponse(AccountException exception) {
    return Problem.of(exception.code(), exception.sentence()).toResponse();
  }
}
