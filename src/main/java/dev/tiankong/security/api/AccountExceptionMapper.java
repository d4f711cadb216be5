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
    int status =
        switch (exception.reason()) {
          case INVALID -> 422;
          case FORBIDDEN -> 403;
          case UNKNOWN -> 404;
          case CONFLICT -> 409;
        };
    return new Problem(status, exception.code(), exception.getMessage()).toResponse();
  }
}
