package dev.tiankong.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps somebody signed in to the console: the secret of a token, where no script can read it.
 * Browsers send it from the product's own pages only.
 */
public final class SessionCookie {

  private static final String NAME = "tiankong-session";

  /** Browsers take a cookie of such a name over TLS only, and from no other host of the domain. */
  private static final String OWN_HOST = "__Host-";

  /** A working day. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** Without a request for so long, a session is over earlier. */
  static final Duration IDLE = Duration.ofHours(2);

  private SessionCookie() {}

  /**
   * @param encrypted whether TLS is used
   */
  public static String name(boolean encrypted) {
    return encrypted ? OWN_HOST + NAME : NAME;
  }

  static Optional<String> of(HttpServletRequest request) {
    String name = name(request.isSecure());
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(secret -> secret.startsWith(TokenSecret.PREFIX))
        .findFirst();
  }
}
