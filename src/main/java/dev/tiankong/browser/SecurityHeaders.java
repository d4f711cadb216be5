package dev.tiankong.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Headers on every answer, errors included, that keep browsers from doing more than they need. */
public class SecurityHeaders extends HttpFilter {

  private static final Map<String, String> HEADERS =
      Map.of(
          // Own files and nothing else, no inline scripts: what slips into a page stays text.
          // Pictures may stand in a style sheet, as those of Swagger UI do: they can ask nobody.
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          // Answers hold somebody's texts.
          "Cache-Control",
          "no-store");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HEADERS.forEach(response::setHeader);
    if (request.isSecure()) {
      // Over plain HTTP browsers ignore it, as they must.
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    chain.doFilter(request, response);
  }
}
