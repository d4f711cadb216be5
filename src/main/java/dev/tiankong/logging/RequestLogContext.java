package dev.tiankong.logging;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is logged during a request is about the batch that its path names. */
public class RequestLogContext extends HttpFilter {

  // Nothing else may come from a path into the log.
  private static final Pattern BATCH =
      Pattern.compile("/batches/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/|$)");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Matcher path = BATCH.matcher(request.getRequestURI());
    if (!path.find()) {
      chain.doFilter(request, response);
      return;
    }
    try (LogContext context = LogContext.batch(UUID.fromString(path.group(1)))) {
      chain.doFilter(request, response);
    }
  }
}
