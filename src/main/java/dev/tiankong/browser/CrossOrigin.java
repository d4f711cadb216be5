package dev.tiankong.browser;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.Routes;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pages of other origins. Those that are configured may call (CORS); for all others a browser is
 * refused whatever could change something, since it sends a user's Basic credentials by itself.
 *
 * <p>Programs are not concerned: only browsers say where a request comes from.
 */
public class CrossOrigin extends HttpFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Inject transient Routes routes;

  @Inject
  @ConfigProperty(name = "tiankong.cors.origins")
  transient Optional<List<String>> origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    boolean allowed = origin != null && origins.orElse(List.of()).contains(origin);
    if (allowed) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader(
          "Access-Control-Expose-Headers",
          "Idempotency-Replayed, Location, Retry-After, WWW-Authenticate");
    }
    if (origins.isPresent()) {
      response.setHeader("Vary", "Origin");
    }
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("OPTIONS")) {
      answerOptions(request, response, allowed);
    } else if (!allowed && !SAFE.contains(request.getMethod()) && isForeign(request, origin)) {
      new Problem(
              new Refusal(
                  ProblemCode.CROSS_SITE,
                  "Pages of this origin may not do this; TIANKONG_CORS_ORIGINS lists the origins that may."))
          .send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Nobody signs in for OPTIONS, so it is answered here, with what the document tells as well. */
  private void answerOptions(
      HttpServletRequest request, HttpServletResponse response, boolean allowed) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    List<String> methods = routes.methods(request.getRequestURI());
    if (!methods.isEmpty()) {
      response.setHeader(
          "Allow",
          "OPTIONS, " + (methods.contains("GET") ? "HEAD, " : "") + String.join(", ", methods));
    }
    if (allowed) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
      response.setHeader(
          "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key");
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }

  private static boolean isForeign(HttpServletRequest request, String origin) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OWN.contains(site);
    }
    // Older browsers, and any over plain HTTP to another machine, say the origin alone.
    return origin != null && !isOwn(origin, request.getHeader("Host"));
  }

  private static boolean isOwn(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
