package dev.tiankong.connection;

import dev.tiankong.security.SignInTrace;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Notes what each request was let in with, for as long as it lasts. */
public class OpenRequestFilter extends HttpFilter {

  @Inject transient OpenRequests requests;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    SignInTrace.of(request)
        .credential()
        .ifPresent(
            credential ->
                requests.add(credential, ServletRequestContext.requireCurrent().getExchange()));
    chain.doFilter(request, response);
  }
}
