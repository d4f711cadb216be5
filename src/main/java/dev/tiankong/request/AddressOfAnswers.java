package dev.tiankong.request;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/**
 * Has all links of an answer begin with an address of this server, whatever the client calls it.
 */
@Provider
@PreMatching
@Priority(1)
public class AddressOfAnswers implements ContainerRequestFilter {

  @Inject PublicAddress address;
  @Context HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    URI base = address.base(servlet);
    // As text: to a URI, hosts in other cases are equal.
    if (!base.toString().equals(uri.getBaseUri().toString())) {
      String query =
          Optional.ofNullable(uri.getRequestUri().getRawQuery()).map("?"::concat).orElse("");
      request.setRequestUri(
          base, URI.create(base + uri.getPath(false).replaceFirst("^/", "") + query));
    }
  }
}
