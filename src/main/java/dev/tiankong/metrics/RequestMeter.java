package dev.tiankong.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times requests until their answer begins. By the route as the code has it, not by the path: each
 * batch would be a meter of its own.
 */
@Provider
@PreMatching
@Priority(0)
@ApplicationScoped
public class RequestMeter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String START = RequestMeter.class.getName();
  private static final String NO_ROUTE = "none";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Inject MeterRegistry meters;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(START, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(START) instanceof Long start) {
      Timer.builder("http.server.requests")
          .description("Authenticated requests, until the response starts")
          .tag("method", method(request.getMethod()))
          .tag("route", route(resource.getResourceMethod()))
          .tag("status", Integer.toString(response.getStatus()))
          .register(meters)
          .record(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Who makes methods up makes no meters. */
  private static String method(String sent) {
    return METHODS.contains(sent) ? sent : "other";
  }

  private static String route(Method method) {
    if (method == null) {
      return NO_ROUTE;
    }
    return Stream.of(
            method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
        .filter(path -> path != null)
        .map(Path::value)
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining("/", "/", ""));
  }
}
