package dev.tiankong.security.api;

import dev.tiankong.security.SessionCookie;
import dev.tiankong.security.Tokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;

/** Signing in and out, for pages: their session is a cookie that lasts a working day. */
@Path("api/v1/session")
@RequestScoped
@RolesAllowed("viewer")
public class SessionResource {

  @Inject Tokens tokens;
  @Context SecurityContext security;

  @POST
  @NeedsPassword
  @Produces(MediaType.APPLICATION_JSON)
  public Response open() {
    Tokens.Created session = tokens.openSession(security.getUserPrincipal().getName());
    return Response.ok(OwnAccountResource.json(security))
        .cookie(cookie(session.secret(), SessionCookie.LIFE))
        .build();
  }

  /** Ends it at once, wherever the cookie may have got to. */
  @DELETE
  // Whatever is accepted: there is nothing to answer but, perhaps, a problem.
  @Produces(MediaType.WILDCARD)
  public Response close(@Context HttpHeaders headers) {
    Cookie session = headers.getCookies().get(SessionCookie.name(security.isSecure()));
    if (session != null) {
      tokens.closeSession(session.getValue());
    }
    return Response.noContent()
        .cookie(cookie("", Duration.ZERO))
        // What the browser holds of answers; theme and language stay.
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  private NewCookie cookie(String value, Duration life) {
    return new NewCookie.Builder(SessionCookie.name(security.isSecure()))
        .value(value)
        .path("/")
        .maxAge((int) life.toSeconds())
        .httpOnly(true)
        .secure(security.isSecure())
        .sameSite(SameSite.STRICT)
        .build();
  }
}
