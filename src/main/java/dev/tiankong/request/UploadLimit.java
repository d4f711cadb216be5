package dev.tiankong.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Limits the bodies that are received at a time by threads which wait for them. A small body was
 * received before the request got a thread, and counts as none.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 1)
public class UploadLimit implements ContainerRequestFilter {

  /** The name of an attribute that a request has while some of its body is still to come. */
  public static final String UNRECEIVED = "dev.tiankong.unreceived";

  @Inject Transfers transfers;
  @Inject HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    if (request.getAttribute(UNRECEIVED) != null) {
      transfers.upload();
    }
  }
}
