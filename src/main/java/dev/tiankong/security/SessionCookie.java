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

  public static final String NAME = "tiankong-session";

  /** A working day. */
  public static final Duration LIFE = Duration.ofHours(12);

  private SessionCookie() {}

  static Optional<String> of(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .filter(secret -> secret.startsWith(TokenSecret.PREFIX))
        .findFirst();
  }
}
