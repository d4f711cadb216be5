package dev.tiankong.audit;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import dev.tiankong.problem.Problem;
import dev.tiankong.security.SignInTrace;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes an entry for each call that may change something, whatever comes of it, and for each
 * failed sign-in of a user.
 *
 * <p>The entry is written before the call is let through, and gets its status afterwards. So there
 * is no change without an entry: if it cannot be written, the call is answered 503 and nothing was
 * done. If only the status cannot be added, the entry stays without one and the log has an error.
 *
 * <p>A failed sign-in changes nothing: its entry is written after the answer.
 *
 * <p>Strangers leave no entries, so that they cannot fill the table: neither calls without
 * credentials, nor names that do not exist, nor attempts while a name is closed.
 */
public class AuditFilter extends HttpFilter {

  private static final System.Logger LOG = System.getLogger(AuditFilter.class.getName());

  @Inject transient Audit audit;
  @Resource transient ManagedExecutorService executor;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
      failedSignIn(request).ifPresent(entry -> recordLater(entry, response.getStatus()));
      return;
    }
    Optional<AuditEntry> entry = entry(request);
    if (entry.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Problem> problem = begin(entry.get());
    if (problem.isPresent()) {
      problem.get().send(request, response);
      return;
    }
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      end(entry.get(), status);
    }
  }

  /** Who was not let in comes by here only on the way to the error page. */
  private static Optional<AuditEntry> failedSignIn(HttpServletRequest request) {
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return SignInTrace.of(request)
        .failedUser()
        .map(user -> new AuditEntry(user, null, request, path));
  }

  // The answer does not wait for it. Answers to names that do not exist, which leave no entries,
  // would come earlier, and so tell which do.
  private void recordLater(AuditEntry entry, int status) {
    executor.execute(
        () -> {
          try {
            audit.record(entry, status);
          } catch (Exception e) {
            LOG.log(
                ERROR,
                "Could not write the audit entry of a failed sign-in of " + entry.userName(),
                e);
          }
        });
  }

  private static Optional<AuditEntry> entry(HttpServletRequest request) {
    SignInTrace trace = SignInTrace.of(request);
    return Optional.ofNullable(request.getUserPrincipal())
        .filter(caller -> !ReadOnlyCalls.include(request))
        .map(
            caller ->
                new AuditEntry(caller.getName(), trace.token(), request, request.getRequestURI()));
  }

  private Optional<Problem> begin(AuditEntry entry) {
    try {
      audit.begin(entry);
      return Optional.empty();
    } catch (Exception e) {
      if (Outage.isBehind(e)) {
        return Optional.of(Problem.away());
      }
      LOG.log(ERROR, "Could not write an audit entry: the call was refused", e);
      return Optional.of(
          new Problem(
              new Refusal(
                      ProblemCode.NO_AUDIT,
                      "Not done, because the audit log cannot record it now: try again in a few seconds.")
                  .retryAfter(Duration.ofSeconds(10))));
    }
  }

  private void end(AuditEntry entry, int status) {
    try {
      audit.end(entry, status);
    } catch (Exception e) {
      // Also of the commit. The call itself is over, and its answer stands.
      LOG.log(ERROR, "Audit entry " + entry.id() + ": could not record the status " + status, e);
    }
  }
}
